-- Offered calls connect at the agent's phone without a click.
alter table agent add column auto_answer boolean default false not null;
