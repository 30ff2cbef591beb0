-- Messages that callers left are kept, sealed and checked as recordings are; those of earlier versions have no check sum and stay as they are.
alter table voicemail add column sha256 varchar(64);
alter table voicemail add column place varchar(16) default 'spool' not null;
alter table voicemail add column placed_at timestamp(3) with time zone;
alter table voicemail add column checked_at timestamp(3) with time zone;
create index voicemail_by_place on voicemail (place, checked_at);
