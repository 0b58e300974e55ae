import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface Opening {
  readonly id: string;
  readonly documentId: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly closesAt: Date;
}

/** Openings of closed documents. Every call is part of the caller's unit of work. */
@Injectable()
export class OpeningRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(opening: Opening, staffNo: string): Promise<void> {
    const { id, documentId, reason, openedAt, closesAt } = opening;
    await this.uow.change(sql`
      insert into search.opening (id, document_id, staff_no, reason, opened_at, closes_at)
      values (${id}, ${documentId}, ${staffNo}, ${reason}, ${openedAt}, ${closesAt})`);
  }

  /** The person's own opening while it is open. */
  find(id: string, staffNo: string, at: Date): Promise<Opening | null> {
    return this.uow.maybe<Opening>(sql`
      select id, document_id as "documentId", reason, opened_at as "openedAt", closes_at as "closesAt" from search.opening
      where id = ${id} and staff_no = ${staffNo} and closes_at > ${at}`);
  }
}
