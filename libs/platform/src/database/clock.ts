import { Injectable } from '@nestjs/common';
import { type Sql, sql } from './sql';

/** Asks the database on the connection of the unit whose time is wanted. */
export type AskDatabase = <T>(statement: Sql) => Promise<T[]>;

/** Who says what time it is. Acts are stamped by the database, never by a process (reliability I9). */
export abstract class Clock {
  abstract now(ask: AskDatabase): Promise<Date>;
}

@Injectable()
export class PostgresClock extends Clock {
  async now(ask: AskDatabase): Promise<Date> {
    const [row] = await ask<{ now: Date }>(sql`select date_trunc('milliseconds', clock_timestamp()) as now`);
    if (!row) throw new Error('The database did not answer what time it is.');
    return row.now;
  }
}
