-- Customers are found by how name, company or number begin; the keys are those texts in lower case.
alter table customer add column name_key varchar(400) default '' not null;
alter table customer add column company_key varchar(400) default '' not null;
update customer set name_key = lower(name), company_key = lower(company);
create index customer_by_name_key on customer (tenant_id, name_key${for_beginnings});
create index customer_by_company_key on customer (tenant_id, company_key${for_beginnings});
create index customer_number_by_beginning on customer_number (tenant_id, number${for_beginnings});
