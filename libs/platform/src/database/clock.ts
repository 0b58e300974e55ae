import { Injectable } from '@nestjs/common';
import { type Sql, sql } from './sql';

/** Asks the database on the connection of the unit whose time is wanted. */
export type AskDatabase = <T>(statement: Sql) => Promise<T[]>;

/** Who says what time it is. Acts are stamped by the database, never by a process (reliability I9). */
export abstract class Clock {
  /** @param begun what the database said when it began a reading unit of somebody: its moment, which need not be asked again */
  abstract now(ask: AskDatabase, begun?: Promise<Date> | null): Promise<Date>;
}

/** The moment by the database clock, to the millisecond as programs keep it. */
export const MOMENT = sql`date_trunc('milliseconds', clock_timestamp())`;

@Injectable()
export class PostgresClock extends Clock {
  async now(ask: AskDatabase, begun: Promise<Date> | null = null): Promise<Date> {
    if (begun) return begun;
    const [row] = await ask<{ now: Date }>(sql`select ${MOMENT} as now`);
    if (!row) throw new Error('The database did not answer what time it is.');
    return row.now;
  }
}
