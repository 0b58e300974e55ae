-- Who has to do with a receipt, and how its way ended, is written by whoever sees it (ADR 0065). Whoever registers it writes the first
-- of that before the receipt can be seen by it.
create function intake.has_registered(receipt uuid) returns boolean language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from intake.receipt r where r.id = receipt and r.registered_by = (select platform.reader())) $$;

select platform.wall_writes(t, 'exists (select from intake.receipt r where r.id = receipt_id) or intake.has_registered(receipt_id)')
from unnest('{intake.participant,intake.held,intake.ending,intake.scanned_receipt}'::regclass[]) t;
-- The number of an application is claimed by the system that hands it in, before there is a receipt.
select platform.wall_writes('intake.online_application', 'handed_in_by = (select platform.reader())
  and (select platform.reader_holds(''{intake_system}'')) is not null');
select platform.wall_writes('intake.audience', 'exists (select from intake.circulation c where c.id = circulation_id)');
