-- Days after which recordings of this queue's calls are deleted; null: the installation's, 0: never.
alter table queue add column recording_days integer;
