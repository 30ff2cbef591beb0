-- The reasons of a tenant that has none; also run for a tenant that is new.
insert into state_reason (tenant_id, code, used_for, chinese, english, limit_ms, sort_order)
select t.id, r.code, r.used_for, r.chinese, r.english, r.limit_ms, r.sort_order
from tenant t cross join (values
    ('backOffice', 'BUSY', '后台处理', 'Back office', 0, 1),
    ('training', 'BUSY', '培训', 'Training', 0, 2),
    ('meeting', 'BUSY', '会议', 'Meeting', 0, 3),
    ('technical', 'BUSY', '设备故障', 'Technical problem', 0, 4),
    ('break', 'REST', '小休', 'Short break', 900000, 5),
    ('meal', 'REST', '用餐', 'Meal', 3600000, 6),
    ('personal', 'REST', '私事', 'Personal', 0, 7)
) as r (code, used_for, chinese, english, limit_ms, sort_order)
where not exists (select 1 from state_reason s where s.tenant_id = t.id);
