import { InFlightSection } from '@fubako/organisation';
import { type UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** 廃棄保留: they stay on their files, wherever those go. */
export const holdsInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'holds',
    noun: { ja: '廃棄保留の簿冊', en: 'files on hold' },
    isOffices: true,
    of: (units) =>
      uow.rows(
        asOffice(sql`
        select distinct f.section_code as unit, f.title || '(' || f.fiscal_year || '年度、' || coalesce(h.case_no, h.reason) || ')' as label
        from records.hold h join records.hold_target t on t.hold_id = h.id
          left join records.record r on r.document_id = t.document_id
          join records.record_file f on f.id = coalesce(t.file_id, r.file_id)
        where h.released_at is null and (h.ends_on is null or h.ends_on >= platform.today()) and f.section_code = any(${units})
        order by 1, 2`),
      ),
  });
