import { InFlightSection, LeavingSection } from '@fubako/organisation';
import { type UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** Matters that are not finished, by number; those never submitted by their drafter, since their titles are nobody else's. */
export const documentsInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'documents',
    noun: { ja: '進行中の文書', en: 'documents under way' },
    of: (units) =>
      // Numbers of all that waits in it, whatever of it the person reads who tries a reorganisation.
      uow.rows(
        asOffice(sql`
        select section_code as unit, coalesce(draft_number, '未提出 ' || drafter_name) as label from documents.document
        where section_code = any(${units}) and state in ('drafting', 'circulating', 'returned', 'pulled_back', 'decided')
        order by draft_number nulls last, id`),
      ),
  });

/** 番号の帳簿 of symbols that end: they are closed with their last number (RULE-77). */
export const countersInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'counters',
    noun: { ja: '番号の帳簿', en: 'series of numbers' },
    of: (units) =>
      uow.rows(sql`
        select distinct u.code as unit, c.series_code || ' ' || c.symbol || ' ' || c.year || '年度 最終' || c.last as label
        from organisation.org_unit u join documents.number_counter c on c.symbol = u.symbol
        where u.code = any(${units}) and c.closed_at is null order by 2`),
  });

/** Drafts of somebody who leaves: they stay with the section, where somebody takes them over (RULE-102). */
export const draftsLeft = (uow: UnitOfWork): LeavingSection =>
  new LeavingSection(uow, {
    name: 'drafts',
    noun: { ja: '課に残る起案', en: 'drafts that stay in the section' },
    of: (leavers) =>
      // Numbers of all that somebody leaves behind, whatever of it the person reads who transfers them.
      uow.rows(
        asOffice(sql`
        select l."staffNo", l."postCode", coalesce(d.draft_number, '未提出 ' || t.name) as label
        from jsonb_to_recordset(${JSON.stringify(leavers)}::jsonb) as l("staffNo" text, "postCode" text)
          join documents.document d on d.drafter_staff_no = l."staffNo"
          join documents.matter_type_version t on t.code = d.matter_type and t.version = d.matter_type_version
        where d.state in ('drafting', 'returned', 'pulled_back') order by d.draft_number nulls last, d.id`),
      ),
  });
