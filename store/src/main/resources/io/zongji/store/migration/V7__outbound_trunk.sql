-- Calls may leave by a trunk: where to, which numbers, and under which number of ours.
alter table trunk add column outbound_gateway varchar(200);
alter table trunk add column outbound_prefixes varchar(500) default '' not null;
alter table trunk add column outbound_caller varchar(64) default '' not null;
