import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { type ReminderFacts, owedReminders } from '../core/reminders';
import { type DueSeat, type ReminderKey, ReminderRows } from '../data/reminder-rows';
import { ReminderFactsReader } from './reminder-facts-reader';
import { ReminderNews } from './reminder-news';

const CHUNK = 500;

/** 督促: tells holders what is due, overdue or back from being held, and the next head upward what stands still (RULE-35). */
@Injectable()
export class RemindHolders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly facts: ReminderFactsReader,
    private readonly rows: ReminderRows,
    private readonly news: ReminderNews,
  ) {}

  /** May run at any time and on several workers: each reminder is given once. @returns how many were given */
  async run(): Promise<number> {
    let total = 0;
    for (let after: string | null = null; ;) {
      const chunk = await this.chunk(after);
      total += chunk.given;
      if (chunk.last === null) return total;
      after = chunk.last;
    }
  }

  private chunk(after: string | null): Promise<{ given: number; last: string | null }> {
    return this.uow.run(async () => {
      const at = await this.uow.now();
      const facts = await this.facts.on(localDateAt(at));
      if (!facts.open) return { given: 0, last: null };
      const seats = await this.rows.due(facts.today, after, CHUNK);
      const claimed = await this.rows.claim(
        seats.flatMap((seat) => keysOf(seat, facts)),
        at,
      );
      await this.news.tell(claimed, seats);
      return { given: claimed.length, last: seats.length < CHUNK ? null : (seats.at(-1)?.id ?? null) };
    });
  }
}

function keysOf(seat: DueSeat, facts: ReminderFacts): ReminderKey[] {
  return owedReminders(seat, facts).map((owed) => ({ seatId: seat.id, attempt: seat.attempt, ...owed }));
}
