-- Whose voice is on which channel (leg1:caller,leg2:agent), and when the first sample was said.
alter table recording add column channels varchar(800);
alter table recording add column audio_from timestamp(3) with time zone;

-- Where the finished file is: spool (where it was written), kept (in the storage for finished files), deleted (its time was over).
alter table recording add column place varchar(16) default 'spool' not null;
alter table recording add column placed_at timestamp(3) with time zone;
-- When the file was last found to be there and to have its hash.
alter table recording add column checked_at timestamp(3) with time zone;
create index recording_by_place on recording (place, checked_at);
create index recording_by_start on recording (started_at);

-- One row for each call in which somebody talked, when it and its recordings are over. Talk counts for each leg.
-- entries: a JSON list of leg, from, until (milliseconds since 1970) and coverage.
create table recording_ledger (
    call_id varchar(64) primary key,
    tenant_id varchar(64) not null,
    talk_ms bigint not null,
    recorded_ms bigint not null,
    paused_ms bigint not null,
    declined_ms bigint not null,
    missing_ms bigint not null,
    entries varchar(100000) not null
);

-- What somebody has to look at. kind: gap (talk without audio), failed (a part could not be written), deleted or altered (its file).
create table recording_problem (
    id varchar(200) primary key,
    tenant_id varchar(64) not null,
    call_id varchar(64) not null,
    recording_id varchar(100),
    kind varchar(16) not null,
    missing_ms bigint,
    found_at timestamp(3) with time zone not null,
    resolved_at timestamp(3) with time zone,
    resolved_by varchar(100)
);
create index recording_problem_by_call on recording_problem (call_id);
create index recording_problem_by_time on recording_problem (resolved_at, found_at);
