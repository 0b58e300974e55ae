-- What one has saved is one's own to change, shared or not (ADR 0066).
select platform.wall_writes('approvals.saved_view', 'owner = (select platform.reader())');
insert into platform.walled (table_name, standing, reason) values ('approvals.saved_view', 'open', 'views of inboxes are shared by sections');
