-- How each leg's audio travelled; null for legs of earlier versions and for those without media.
alter table call_leg add column packets_received bigint;
alter table call_leg add column packets_lost bigint;
alter table call_leg add column packets_sent bigint;
alter table call_leg add column packets_lost_far bigint;
alter table call_leg add column jitter_ms double precision;
alter table call_leg add column round_trip_ms double precision;
alter table call_leg add column mos double precision;
