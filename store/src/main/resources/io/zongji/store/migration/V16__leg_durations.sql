-- How each party of a call spent its time; null for legs of earlier versions.
alter table call_leg add column ring_ms bigint;
alter table call_leg add column talk_ms bigint;
alter table call_leg add column consult_ms bigint;
alter table call_leg add column hold_ms bigint;
alter table call_leg add column supervision_ms bigint;
