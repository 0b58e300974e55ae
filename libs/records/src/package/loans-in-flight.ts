import { InFlightSection } from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';

/** 貸出中の簿冊 of a section, and what its people have borrowed: both come back to whoever keeps the file then. */
export const loansInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'loans',
    noun: '貸出中の簿冊',
    of: (units) =>
      uow.rows(sql`
        select unit, f.title || '(' || l.requested_by_name || '、' || l.due_on || 'まで)' as label
        from records.loan l join records.record_file f on f.id = l.file_id
          cross join lateral (select distinct u as unit from unnest(array[f.section_code, l.section_code]) u) s
        where l.lent_at is not null and l.returned_at is null and unit = any(${units}) order by l.due_on, f.title`),
  });
