import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface NewSuccession {
  readonly document_id: string;
  readonly seat_id: string;
  readonly attempt: number;
  readonly post_title: string;
  readonly from_staff: string;
  readonly from_name: string | null;
  readonly to_staff: string | null;
  readonly to_name: string | null;
}

/** 引継ぎ of open seats. */
@Injectable()
export class SuccessionRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(rows: readonly NewSuccession[], at: Date): Promise<void> {
    if (rows.length === 0) return;
    await this.uow.change(sql`
      insert into approvals.seat_succession (document_id, seat_id, attempt, post_title, from_staff, from_name, to_staff, to_name, at)
      select r.*, ${at} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(document_id uuid, seat_id uuid, attempt int,
        post_title text, from_staff text, from_name text, to_staff text, to_name text)`);
  }

  /** The last time that an open seat of the document went from this person to another. */
  last(documentId: string, from: string): Promise<(NewSuccession & { readonly at: Date }) | null> {
    return this.uow.maybe(sql`
      select * from approvals.seat_succession where document_id = ${documentId} and from_staff = ${from} order by id desc limit 1`);
  }
}
