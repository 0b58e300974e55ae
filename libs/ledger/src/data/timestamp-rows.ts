import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** A token with the checkpoint that it is over. */
export interface KeptToken {
  readonly size: number;
  readonly note: string;
  readonly token: Buffer;
  readonly takenAt: Date;
}

@Injectable()
export class TimestampRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Also those whose checkpoint is gone: their note is empty. */
  all(): Promise<KeptToken[]> {
    return this.uow.rows<KeptToken>(sql`
      select t.size::int as size, coalesce(c.note, '') as note, t.token, t.taken_at as "takenAt"
      from ledger.timestamp_token t left join ledger.checkpoint c on c.size = t.size order by t.size`);
  }

  last(): Promise<KeptToken | null> {
    return this.uow.maybe<KeptToken>(sql`
      select t.size::int as size, c.note, t.token, t.taken_at as "takenAt"
      from ledger.timestamp_token t join ledger.checkpoint c on c.size = t.size order by t.size desc limit 1`);
  }

  /** The first that is over a tree of more than `position` leaves. */
  over(position: number): Promise<KeptToken | null> {
    return this.uow.maybe<KeptToken>(sql`
      select t.size::int as size, c.note, t.token, t.taken_at as "takenAt"
      from ledger.timestamp_token t join ledger.checkpoint c on c.size = t.size where t.size > ${position} order by t.size limit 1`);
  }

  async keep(size: number, token: Buffer, takenAt: Date): Promise<void> {
    await this.uow.change(sql`
      insert into ledger.timestamp_token (size, token, taken_at) values (${size}, ${token}, ${takenAt}) on conflict (size) do nothing`);
  }
}
