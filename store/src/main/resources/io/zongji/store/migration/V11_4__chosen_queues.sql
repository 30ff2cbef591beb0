-- The queues that an agent chose at the last sign-in or afterwards, for the restart; separated by commas. No row: all.
create table chosen_queues (
    agent_id varchar(64) primary key,
    tenant_id varchar(64) not null,
    queues varchar(4000) not null
);
