-- Where we register at a trunk's carrier. The password is sealed as that for calls out is.
alter table trunk add column registrar varchar(200);
alter table trunk add column registrar_user varchar(64);
alter table trunk add column registrar_secret varchar(400);
alter table trunk add column registrar_expiry_ms integer default 3600000 not null;
