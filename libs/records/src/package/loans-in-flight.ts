import { InFlightSection, LeavingSection } from '@fubako/organisation';
import { type UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** 貸出中の簿冊 of a section, and what its people have borrowed: both come back to whoever keeps the file then. */
export const loansInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'loans',
    noun: { ja: '貸出中の簿冊', en: 'files lent' },
    isOffices: true,
    of: (units) =>
      uow.rows(
        asOffice(sql`
        select unit, f.title || '(' || l.requested_by_name || '、' || l.due_on || 'まで)' as label
        from records.loan l join records.record_file f on f.id = l.file_id
          cross join lateral (select distinct u as unit from unnest(array[f.section_code, l.section_code]) u) s
        where l.lent_at is not null and l.returned_at is null and unit = any(${units}) order by l.due_on, f.title`),
      ),
  });

/** What somebody who leaves has borrowed. */
export const loansLeft = (uow: UnitOfWork): LeavingSection =>
  new LeavingSection(uow, {
    name: 'loans',
    noun: { ja: '借りている簿冊', en: 'files borrowed' },
    of: (leavers) =>
      uow.rows(
        asOffice(sql`
        select l."staffNo", l."postCode", f.title || '(' || b.due_on || 'まで)' as label
        from jsonb_to_recordset(${JSON.stringify(leavers)}::jsonb) as l("staffNo" text, "postCode" text)
          join records.loan b on b.requested_by = l."staffNo" join records.record_file f on f.id = b.file_id
        where b.lent_at is not null and b.returned_at is null order by b.due_on, f.title`),
      ),
  });
