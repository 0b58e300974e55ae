import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/**
 * 消去 of the words that came with acts, of documents whose content is erased in the running unit. Who decided what, when and
 * in which capacity stays (RULE-85).
 */
@Injectable()
export class EraseOpinions {
  constructor(private readonly uow: UnitOfWork) {}

  async run(documentIds: readonly string[]): Promise<void> {
    const ids = sql`any(${documentIds}::uuid[])`;
    await this.uow.change(sql`
      update approvals.act set comment = null, detail = null
      where document_id = ${ids} and (comment is not null or detail is not null)`);
    await this.uow.change(
      sql`update approvals.prior_instruction set text = '' where document_id = ${ids} and text <> ''`,
    );
    await this.uow.change(
      sql`update approvals.approval_case set requested = '{}' where document_id = ${ids} and requested <> '{}'`,
    );
  }
}
