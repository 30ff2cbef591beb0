-- What may come of a conversation; queues: those whose calls it is for, separated by commas, empty for all.
create table wrap_up_code (
    tenant_id varchar(64) not null references tenant (id),
    code varchar(64) not null,
    chinese varchar(200) not null,
    english varchar(200) not null,
    queues varchar(2000) default '' not null,
    sort_order integer default 0 not null,
    version integer default 0 not null,
    primary key (tenant_id, code)
);

-- What agents wrote of a call, from the journal; codes separated by commas.
create table call_wrap_up (
    call_id varchar(64) not null,
    agent_id varchar(64) not null,
    tenant_id varchar(64) not null,
    codes varchar(2000) not null,
    note varchar(4000) not null,
    saved_at timestamp(3) with time zone not null,
    primary key (call_id, agent_id)
);
