-- What an agent hears before a caller of the number is put through; empty leaves it to the queue.
alter table dialled_number add column agent_announcement varchar(2000) default '' not null;
