import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@fubako/platform/database';

/** One version of the text of a page, as a person typed it. */
export interface CorrectionRow {
  /** From 1; what was recognised is version 0. */
  readonly version: number;
  readonly text: string;
  readonly staffNo: string;
  readonly name: string;
  readonly at: Date;
}

export interface RecognitionRow {
  readonly text: string;
  readonly engine: string;
  readonly confidence: number;
}

@Injectable()
export class CorrectionRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** What recognition read on the page; null for pages with text of their own, or none. */
  recognition(sha256: string, page: number): Promise<RecognitionRow | null> {
    return this.uow.maybe<RecognitionRow>(sql`
      select text, engine, confidence from scans.page_text
      where source_sha256 = decode(${sha256}, 'hex') and page = ${page}::numeric and words is not null`);
  }

  /** The same, for whoever corrects it: corrections of a page come one after another. */
  async lock(sha256: string, page: number): Promise<RecognitionRow | null> {
    return this.uow.maybe<RecognitionRow>(sql`
      select text, engine, confidence from scans.page_text
      where source_sha256 = decode(${sha256}, 'hex') and page = ${page}::numeric and words is not null for update`);
  }

  /** The newest first. */
  of(sha256: string, page: number): Promise<CorrectionRow[]> {
    return this.uow.rows<CorrectionRow>(sql`
      select version, text, corrected_by as "staffNo", corrected_by_name as name, corrected_at as at from scans.page_correction
      where source_sha256 = decode(${sha256}, 'hex') and page = ${page}::numeric order by version desc`);
  }

  async insert(sha256: string, page: number, row: CorrectionRow): Promise<void> {
    await this.uow.change(sql`
      insert into scans.page_correction (source_sha256, page, version, text, corrected_by, corrected_by_name, corrected_at)
      values (decode(${sha256}, 'hex'), ${page}, ${row.version}, ${row.text}, ${row.staffNo}, ${row.name}, ${row.at})`);
  }
}
