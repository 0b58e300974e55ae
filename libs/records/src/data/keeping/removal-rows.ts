import { Injectable } from '@nestjs/common';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';
import type { RemovalFacts } from '../../core/keeping/removal';

/** 登録の抹消. Looked at as the office: what lies in a file does so whoever asks. */
@Injectable()
export class RemovalRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Stronger than other locks of files: whoever is just filing something into it is waited for. */
  async lock(fileId: string): Promise<void> {
    await this.uow.rows(asOffice(sql`select from records.record_file where id = ${fileId} for update`));
  }

  find(fileId: string): Promise<RemovalFacts> {
    return this.uow.one<RemovalFacts>(
      asOffice(sql`
      select f.state, f.medium, (select count(*)::int from records.record r where r.file_id = f.id) as documents,
        (select count(*)::int from records.paper_record p where p.file_id = f.id) as papers
      from records.record_file f where f.id = ${fileId}`),
    );
  }

  async remove(fileId: string, reason: string): Promise<void> {
    await this.uow.change(sql`
      update records.record_file set state = 'removed', removal_reason = ${reason} where id = ${fileId}`);
  }
}
