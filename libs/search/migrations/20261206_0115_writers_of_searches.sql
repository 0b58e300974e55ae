-- What one has saved, subscribed to and ordered is one's own to change, shared or not (ADR 0066).
select platform.wall_writes(t, 'staff_no = (select platform.reader())')
from unnest('{search.saved_search,search.saved_search_place,search.subscription,search.known_hit,search.export}'::regclass[]) t;
insert into platform.walled (table_name, standing, reason)
select 'search.' || t, 'open', 'saved searches are shared by units; the rest is asked for by person'
from unnest('{saved_search,saved_search_place,subscription,known_hit,export}'::text[]) t;
