-- The agents who work with a page of the portal, so that after a restart they get no calls before it is back.
create table agent_page (
    agent_id varchar(64) primary key,
    tenant_id varchar(64) not null
);
