import { InFlightSection } from '@fubako/organisation';
import { type UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** 簿冊: they go with their functions. Listed as the office: whoever brings in an organisation need not see its files. */
export const filesInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'files',
    noun: { ja: '簿冊', en: 'files' },
    isHandedOn: true,
    isOffices: true,
    of: (units) =>
      uow.rows(
        asOffice(sql`
        select section_code as unit, function_code as "functionCode", class_code || ' ' || fiscal_year || '年度 ' || title || '(' || volume || ')' as label
        from records.record_file where section_code = any(${units}) order by class_code, fiscal_year, volume`),
      ),
  });

/** 進行中の文書 follow the functions of their classes; documents list them, here they are held against who takes over. */
export const documentsWithFunctions = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'documents_with_functions',
    noun: { ja: '進行中の文書', en: 'documents under way' },
    isHandedOn: true,
    isListed: false,
    of: (units) =>
      uow.rows(
        asOffice(sql`
        select d.section_code as unit, coalesce(c.function_code, m.function_code, l.function_code) as "functionCode",
          coalesce(d.draft_number, '未提出 ' || d.drafter_name) as label
        from documents.document d left join records.filing_class c on c.code = d.class_code
          left join records.filing_class m on m.code = c.parent_code left join records.filing_class l on l.code = m.parent_code
        where d.section_code = any(${units}) and d.state in ('drafting', 'circulating', 'returned', 'pulled_back', 'decided')
        order by d.draft_number nulls last, d.id`),
      ),
  });
