import { Injectable } from '@nestjs/common';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** Files of one section that have the same function. */
export interface FileGroup {
  readonly section: string;
  readonly functionCode: string | null;
}

export interface FileMove extends FileGroup {
  readonly code: string;
  readonly name: string;
}

export interface MovedFile {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly volume: number;
}

/** 所管 of files: all of them follow the organisation, whoever brings it in. */
@Injectable()
export class FileSectionRows {
  constructor(private readonly uow: UnitOfWork) {}

  groups(): Promise<FileGroup[]> {
    return this.uow.rows<FileGroup>(
      asOffice(sql`
      select distinct section_code as section, function_code as "functionCode" from records.record_file`),
    );
  }

  /** A file that meets one of its kind in the new section becomes its next volume: neither is lost in the other. */
  move(moves: readonly FileMove[]): Promise<MovedFile[]> {
    return this.uow.rows<MovedFile>(
      asOffice(sql`
      with target as (select * from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as t(section text, "functionCode" text, code text, name text)),
        moving as (
          select f.id, f.section_code as was, t.code, t.name, f.class_code, f.fiscal_year, f.volume from records.record_file f
          join target t on t.section = f.section_code and t."functionCode" is not distinct from f.function_code
          order by f.id for no key update of f),
        numbered as (
          select m.*, row_number() over (partition by m.code, m.class_code, m.fiscal_year order by m.was, m.volume)
            + coalesce((select max(o.volume) from records.record_file o
                where (o.section_code, o.class_code, o.fiscal_year) = (m.code, m.class_code, m.fiscal_year)), 0) as next
          from moving m)
      update records.record_file f set section_code = n.code, section_name = n.name, volume = n.next
      from numbered n where f.id = n.id
      returning f.id, n.was as "from", n.code as "to", f.volume`),
    );
  }
}
