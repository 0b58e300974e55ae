import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** A case with the definitions that it keeps. */
export interface TriedCaseRow {
  readonly documentId: string;
  readonly ruleSetId: number;
  readonly settingsVersion: number;
  readonly submittedAt: Date;
  readonly decided: boolean;
}

const COLUMNS = sql`c.document_id as "documentId", c.rule_set_id as "ruleSetId", c.settings_version as "settingsVersion",
  c.submitted_at as "submittedAt"`;

/** Cases on which a changed table is tried: all of them are counted, those that the keeper may not read too. */
@Injectable()
export class TriedCaseRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Everything under way. */
  open(): Promise<TriedCaseRow[]> {
    return this.uow.rows<TriedCaseRow>(
      asOffice(sql`
      select ${COLUMNS}, false as decided from approvals.approval_case c join documents.document d on d.id = c.document_id
      where d.state in ('circulating', 'returned', 'pulled_back') order by c.submitted_at, c.document_id`),
    );
  }

  /** The last `count` that were decided, on `from` at the earliest, oldest submission first. */
  decided(count: number, from: LocalDate | null = null): Promise<TriedCaseRow[]> {
    const since = from === null ? sql`` : sql`and d.decided_at >= ${from}::date::timestamp at time zone 'Asia/Tokyo'`;
    return this.uow.rows<TriedCaseRow>(
      asOffice(sql`
      select * from (
        select ${COLUMNS}, true as decided from approvals.approval_case c join documents.document d on d.id = c.document_id
        where d.decided_at is not null ${since} order by d.decided_at desc, d.id limit ${count}) last
      order by "submittedAt", "documentId"`),
    );
  }
}
