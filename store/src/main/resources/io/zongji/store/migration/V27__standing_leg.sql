-- Legs to agents' phones outside that stood on the line between calls: what a carrier bills as one call each, and no call of a
-- customer. ended_at and cause are null while a leg stands, and of one that was up when the server died. The number is nobody's
-- affair.
create table standing_leg (
    id varchar(80) primary key,
    tenant_id varchar(64) not null,
    agent_id varchar(64) not null,
    trunk varchar(64),
    began_at timestamp with time zone not null,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    cause varchar(64)
);
create index standing_leg_by_agent on standing_leg (tenant_id, agent_id, began_at);
