-- The wrap-up codes of a tenant that has none; also run for a tenant that is new.
insert into wrap_up_code (tenant_id, code, chinese, english, sort_order)
select t.id, r.code, r.chinese, r.english, r.sort_order
from tenant t cross join (values
    ('resolved', '已解决', 'Resolved', 1),
    ('followUp', '需跟进', 'Needs follow-up', 2),
    ('complaint', '投诉', 'Complaint', 3),
    ('wrongNumber', '拨错号码', 'Wrong number', 4)
) as r (code, chinese, english, sort_order)
where not exists (select 1 from wrap_up_code s where s.tenant_id = t.id);
