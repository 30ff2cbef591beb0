-- How customers are told of an agent, and how the agent is reached beside the extension; empty where nobody has said.
alter table agent add column nickname varchar(200) default '' not null;
alter table agent add column email varchar(254) default '' not null;
alter table agent add column mobile varchar(64) default '' not null;
