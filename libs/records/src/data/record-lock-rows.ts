import { Injectable } from '@nestjs/common';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** What a lock or a hold speaks of: files, and single documents in files. */
export interface RecordSubjects {
  readonly fileIds: readonly string[];
  readonly documentIds: readonly string[];
}

/** Row locks of files and records, whoever asks: they tell nothing. */
@Injectable()
export class RecordLockRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Files in which the documents lie now. */
  async filesOf(documentIds: readonly string[]): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(sql`
      select distinct file_id as id from records.record where document_id = any(${documentIds}::uuid[])`);
    return rows.map(({ id }) => id);
  }

  async documentsIn(fileId: string): Promise<string[]> {
    const rows = await this.uow.rows<{ id: string }>(
      sql`select document_id as id from records.record where file_id = ${fileId} order by document_id`,
    );
    return rows.map(({ id }) => id);
  }

  /** No stronger than needed: whoever files another record into the file holds its key and must not be waited for in a circle. */
  async lockFiles(fileIds: readonly string[]): Promise<void> {
    await this.uow.rows(
      asOffice(sql`
      select from records.record_file where id = any(${fileIds}::uuid[]) order by id for no key update`),
    );
  }

  async lockRecords(documentIds: readonly string[]): Promise<void> {
    await this.uow.rows(
      asOffice(sql`
      select from records.record where document_id = any(${documentIds}::uuid[]) order by document_id for no key update`),
    );
  }
}
