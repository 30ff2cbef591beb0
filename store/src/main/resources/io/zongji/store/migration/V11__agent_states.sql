-- Why agents are busy or at rest: what they choose from. used_for: BUSY or REST.
create table state_reason (
    tenant_id varchar(64) not null references tenant (id),
    code varchar(64) not null,
    used_for varchar(32) not null,
    chinese varchar(200) not null,
    english varchar(200) not null,
    limit_ms integer default 0 not null,
    sort_order integer default 0 not null,
    version integer default 0 not null,
    primary key (tenant_id, code)
);

-- How many offers in a row an agent may leave unanswered before being set busy.
alter table queue add column missed_offers integer default 1 not null;

-- The right to sign in, whether the agent chooses queues then, and whether they may be changed while signed in. Who was
-- here before has the last right only when an administrator grants it.
alter table agent add column online_right boolean default true not null;
alter table agent add column choose_queues boolean default false not null;
alter table agent add column reset_queues boolean default true not null;
update agent set reset_queues = false;
insert into setting (tenant_id, name, content) select id, 'resetQueues', 'false' from tenant;
