import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { Reading } from '../core/reading';

export interface Reader {
  readonly staffNo: string;
  readonly name: string;
  readonly on: LocalDate;
}

/** Ordinary readings of one person, thing and day. */
export interface GatheredReading {
  readonly reader: Reader;
  readonly reading: Reading;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly times: number;
}

@Injectable()
export class ReadingRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Readings that the ledger has entries of: each its own row. */
  enter(reader: Reader, readings: readonly Reading[], at: Date): void {
    const gathered = readings.map((reading) => ({ reader, reading, firstAt: at, lastAt: at, times: 1 }));
    this.uow.send(this.inserted(gathered, true));
  }

  /** LOG-5 Adds to the row of the day. */
  add(gathered: readonly GatheredReading[]): Promise<number> {
    return this.uow.change(sql`
      ${this.inserted(gathered, false)}
      on conflict (staff_no, subject_kind, subject_id, part, means, role, on_day) where not entered
      do update set times = r.times + excluded.times, last_at = greatest(r.last_at, excluded.last_at)`);
  }

  private inserted(gathered: readonly GatheredReading[], entered: boolean) {
    const column = <T>(of: (one: GatheredReading) => T) => gathered.map(of);
    return sql`
      insert into ledger.reading as r (staff_no, reader_name, subject_kind, subject_id, part, means, role, secret, entered, reason, on_day, first_at, last_at, times)
      select u.staff_no, u.name, u.kind, u.id, u.part, u.means, u.role, u.secret, ${entered}, u.reason, u.on_day, u.first_at, u.last_at, u.times
      from unnest(${column(({ reader }) => reader.staffNo)}::text[], ${column(({ reader }) => reader.name)}::text[],
        ${column(({ reading }) => reading.subject.kind)}::text[], ${column(({ reading }) => reading.subject.id)}::text[],
        ${column(({ reading }) => reading.part ?? '')}::text[], ${column(({ reading }) => reading.means)}::text[],
        ${column(({ reading }) => reading.role ?? '')}::text[], ${column(({ reading }) => reading.secret)}::boolean[],
        ${column(({ reading }) => reading.reason ?? null)}::text[], ${column(({ reader }) => reader.on)}::date[],
        ${column(({ firstAt }) => firstAt.toISOString())}::timestamptz[], ${column(({ lastAt }) => lastAt.toISOString())}::timestamptz[],
        ${column(({ times }) => times)}::int[])
        as u(staff_no, name, kind, id, part, means, role, secret, reason, on_day, first_at, last_at, times)`;
  }
}
