import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type Fault, ProofRows } from '../data/proof-rows';

export interface RowReport {
  readonly tables: number;
  readonly faults: readonly Fault[];
}

/** VERIFY-5 Holds every row of every protected table against the last line about it, and every line against the act of its unit. */
@Injectable()
export class VerifyRows {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ProofRows,
  ) {}

  run(): Promise<RowReport> {
    return this.uow.read(async () => {
      const tables = await this.rows.protectedTables();
      const faults: Fault[] = await this.rows.withoutAct();
      for (const table of tables) faults.push(...(await this.rows.brokenRows(table)));
      return { tables: tables.length, faults };
    });
  }
}
