import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { DigestLine, Week } from '../core/reading-digest';

export interface ReadingDigest {
  readonly id: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly postCode: string | null;
  readonly lines: readonly DigestLine[];
  readonly madeAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedName: string | null;
  readonly remark: string | null;
}

const COLUMNS = sql`id, from_day::text as "fromDay", until_day::text as "untilDay", post_code as "postCode", lines, made_at as "madeAt",
  acknowledged_at as "acknowledgedAt", acknowledged_name as "acknowledgedName", remark`;

@Injectable()
export class ReadingDigestRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns 0 when the week has one already */
  insert(
    id: string,
    week: Week,
    { postCode, lines, at }: { postCode: string | null; lines: readonly DigestLine[]; at: Date },
  ): Promise<number> {
    return this.uow.change(sql`
      insert into search.reading_digest (id, from_day, until_day, post_code, lines, made_at)
      values (${id}, ${week.from}, ${week.until}, ${postCode}, ${JSON.stringify(lines)}::jsonb, ${at}) on conflict (from_day) do nothing`);
  }

  latest(limit: number): Promise<ReadingDigest[]> {
    return this.uow.rows<ReadingDigest>(
      sql`select ${COLUMNS} from search.reading_digest order by from_day desc limit ${limit}`,
    );
  }

  lock(id: string): Promise<ReadingDigest | null> {
    return this.uow.maybe<ReadingDigest>(sql`select ${COLUMNS} from search.reading_digest where id = ${id} for update`);
  }

  async acknowledge(
    id: string,
    { at, staffNo, name, remark }: { at: Date; staffNo: string; name: string; remark: string },
  ): Promise<void> {
    await this.uow.change(sql`
      update search.reading_digest set acknowledged_at = ${at}, acknowledged_by = ${staffNo}, acknowledged_name = ${name}, remark = ${remark}
      where id = ${id}`);
  }
}
