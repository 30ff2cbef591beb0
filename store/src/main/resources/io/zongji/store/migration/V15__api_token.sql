-- Programs sign in by tokens. Of the secret part only a hash is kept; it has 256 random bits, so a plain hash will do.
create table api_token (
    id varchar(16) primary key,
    tenant_id varchar(64) not null references tenant (id),
    name varchar(100) not null,
    role varchar(32) not null,
    agent_id varchar(64) references agent (id) on delete cascade,
    secret_hash varchar(64) not null,
    origins varchar(2000) not null,
    expires_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone not null,
    created_by varchar(100) not null,
    version integer default 0 not null
);
create index api_token_by_agent on api_token (agent_id);
