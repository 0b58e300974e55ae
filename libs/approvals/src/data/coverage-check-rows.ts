import { Injectable } from '@nestjs/common';
import { type LocalDate, newId } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface NewCoverageCheck {
  readonly day: LocalDate;
  readonly until: LocalDate;
  readonly gaps: number;
  readonly digest: Buffer;
  readonly told: boolean;
}

/** 経路の点検 of each day. */
@Injectable()
export class CoverageCheckRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** What the latest check found. */
  async latest(): Promise<{ day: LocalDate; sha256: Buffer } | null> {
    return this.uow.maybe(sql`select day, sha256 from approvals.coverage_check order by day desc limit 1`);
  }

  /** @returns the id of the check, or null when somebody has checked this day already */
  async insert({ day, until, gaps, digest, told }: NewCoverageCheck): Promise<string | null> {
    const id = newId<string>();
    const inserted = await this.uow.change(sql`
      insert into approvals.coverage_check (id, day, until, gaps, sha256, told, checked_at)
      values (${id}, ${day}, ${until}, ${gaps}, ${digest}, ${told}, ${await this.uow.now()}) on conflict (day) do nothing`);
    return inserted === 1 ? id : null;
  }
}
