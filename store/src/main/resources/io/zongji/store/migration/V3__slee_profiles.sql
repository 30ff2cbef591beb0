-- Profile tables of the SLEE, whatever services keep in them.

create table slee_profile_table (
    id varchar(36) primary key,
    tenant_id varchar(64) not null references tenant (id),
    name varchar(200) not null unique,
    specification_name varchar(200) not null,
    specification_vendor varchar(200) not null,
    specification_version varchar(200) not null
);

-- The default profile of a table has an empty name.
create table slee_profile (
    id varchar(36) primary key,
    tenant_id varchar(64) not null references tenant (id),
    table_id varchar(36) not null references slee_profile_table (id) on delete cascade,
    name varchar(200) not null,
    unique (table_id, name)
);

create table slee_profile_value (
    profile_id varchar(36) not null references slee_profile (id) on delete cascade,
    attribute varchar(200) not null,
    tenant_id varchar(64) default 'default' not null references tenant (id),
    content varchar(1000000) not null,
    primary key (profile_id, attribute)
);
