import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** Days that were seen to pass. */
@Injectable()
export class WitnessRows {
  constructor(private readonly uow: UnitOfWork) {}

  async see(day: LocalDate, at: Date, hostAt: Date): Promise<void> {
    await this.uow.change(sql`
      insert into records.clock_witness (day, at, host_at) values (${day}, ${at}, ${hostAt}) on conflict (day) do nothing`);
  }

  /** Instants of the days seen from `since` on, in order. */
  async since(since: Date): Promise<Date[]> {
    const rows = await this.uow.rows<{ at: Date }>(
      sql`select at from records.clock_witness where at >= ${since} order by at`,
    );
    return rows.map(({ at }) => at);
  }

  /** The latest day seen before `day`. */
  async before(day: LocalDate): Promise<Date | null> {
    const row = await this.uow.maybe<{ at: Date }>(
      sql`select at from records.clock_witness where day < ${day} order by day desc limit 1`,
    );
    return row?.at ?? null;
  }
}
