-- What rings for an agent who works elsewhere than at the own extension, until signing out. kind: EXTENSION or OUTSIDE.
create table agent_device (
    agent_id varchar(64) primary key,
    tenant_id varchar(64) not null,
    kind varchar(32) not null,
    number varchar(64) not null
);

-- Whether the agent may have calls rung at a phone outside: the enterprise pays for these calls.
alter table agent add column outside_phone boolean default false not null;
