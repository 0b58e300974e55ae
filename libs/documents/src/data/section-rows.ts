import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** Documents of one section that share a class and the unit of their drafters: they move together. */
export interface SectionGroup {
  readonly section: string;
  readonly class: string;
  readonly unit: string;
}

/** Where a group goes; the unit of drafts too, because their routes begin there. */
export interface SectionMove extends SectionGroup {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly unitCode: string;
  readonly unitName: string;
}

export interface MovedDocument {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** 所管: which section documents belong to (RULE-103). */
@Injectable()
export class SectionRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Sections that own documents: one step in the index for each, however many documents there are. */
  async sections(): Promise<string[]> {
    const rows = await this.uow.rows<{ code: string }>(sql`
      with recursive s as (
        (select section_code as code from documents.document order by section_code limit 1)
        union all
        select (select d.section_code from documents.document d where d.section_code > s.code order by d.section_code limit 1)
        from s where s.code is not null)
      select code from s where code is not null`);
    return rows.map(({ code }) => code);
  }

  groups(sections: readonly string[]): Promise<SectionGroup[]> {
    return this.uow.rows<SectionGroup>(sql`
      select distinct section_code as section, class_code as class, unit_code as unit from documents.document
      where section_code = any(${sections})`);
  }

  /** At most `limit` documents, in the order in which all writers lock them. Content and version stay as they are. */
  move(moves: readonly SectionMove[], limit: number): Promise<MovedDocument[]> {
    return this.uow.rows<MovedDocument>(sql`
      with target as (select * from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
          as t(section text, class text, unit text, code text, name text, symbol text, "unitCode" text, "unitName" text)),
        moving as (
          select d.id, d.section_code as was, t.* from documents.document d
          join target t on t.section = d.section_code and t.class = d.class_code and t.unit = d.unit_code
          order by d.id limit ${limit} for update of d)
      update documents.document d set section_code = m.code, section_name = m.name, symbol = m.symbol,
        unit_code = case when d.state in ('drafting', 'returned', 'pulled_back') then m."unitCode" else d.unit_code end,
        unit_name = case when d.state in ('drafting', 'returned', 'pulled_back') then m."unitName" else d.unit_name end
      from moving m where d.id = m.id
      returning d.id, m.was as "from", m.code as "to"`);
  }
}
