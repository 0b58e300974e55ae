import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who says what time it is. Acts are stamped by the database, never by a process (reliability I9). */
export abstract class Clock {
  abstract now(manager: EntityManager): Promise<Date>;
}

@Injectable()
export class PostgresClock extends Clock {
  async now(manager: EntityManager): Promise<Date> {
    const rows: { now: Date }[] = await manager.query("select date_trunc('milliseconds', clock_timestamp()) as now");
    const [row] = rows;
    if (!row) throw new Error('The database did not answer what time it is.');
    return row.now;
  }
}
