-- The worker gives notices; their reader marks them (ADR 0066).
select platform.wall_writes('notifications.notice', 'staff_no = (select platform.reader())');
insert into platform.walled (table_name, standing, reason) values ('notifications.notice', 'open', 'each is asked for by its reader');
