import { Injectable } from '@nestjs/common';
import { type LocalDate, addDays } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';

export interface Announcement {
  readonly revision: number;
  /** The first day for which nothing was announced before: earlier than the date after a standstill. */
  readonly since: LocalDate;
}

@Injectable()
export class AnnouncedDays {
  constructor(private readonly uow: UnitOfWork) {}

  /** Takes the day of the present revision as one's own to announce; null: taken already, or nothing imported yet. */
  async announce(date: LocalDate, at: Date): Promise<Announcement | null> {
    const before = await this.uow.one<{ last: LocalDate | null }>(
      sql`select max(date) as last from organisation.announced_day`,
    );
    // A second worker waits here for the first one's commit, and then inserts nothing.
    const mine = await this.uow.maybe<{ revision: number }>(sql`
      insert into organisation.announced_day (date, revision, announced_at)
      select ${date}, revision, ${at} from organisation.municipality
      on conflict do nothing returning revision`);
    if (!mine) return null;
    const next = before.last === null ? date : addDays(before.last, 1);
    return { revision: mine.revision, since: next < date ? next : date };
  }
}
