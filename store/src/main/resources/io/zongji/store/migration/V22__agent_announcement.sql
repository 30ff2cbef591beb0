-- What an agent hears before a caller of the queue is put through.
alter table queue add column agent_announcement varchar(2000) default '' not null;
