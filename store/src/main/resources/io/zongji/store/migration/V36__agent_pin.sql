-- By what an agent proves at a phone who it is: bcrypt of a PIN, as passwords of the portal are kept.
create table agent_pin (
    agent_id varchar(64) primary key,
    tenant_id varchar(64) not null,
    pin_hash varchar(255) not null
);
