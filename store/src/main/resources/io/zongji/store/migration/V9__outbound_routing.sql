-- Several trunks for a number: which first, what may be shown, how long one may be silent, whether it is asked if it is there,
-- and the account with which calls go out. The password is sealed, see docs/configuration.md.
alter table trunk add column outbound_permitted varchar(2000) default '' not null;
alter table trunk add column outbound_priority integer default 0 not null;
alter table trunk add column outbound_patience_ms integer default 4000 not null;
alter table trunk add column outbound_probe_ms integer default 0 not null;
alter table trunk add column outbound_user varchar(64);
alter table trunk add column outbound_secret varchar(400);
-- What becomes of a caller whom nobody takes after a blind transfer.
alter table queue add column on_transfer_failed varchar(80) default 'release' not null;
