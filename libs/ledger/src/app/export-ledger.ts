import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { ProofRows } from '../data/proof-rows';

const OWN_TABLES = ['entry', 'chain_head', 'shape', 'row_change', 'leaf', 'checkpoint', 'timestamp_token'];

/** The ledger and every protected table of one moment, as a dump that the independent verifier reads. Table after table in memory. */
@Injectable()
export class ExportLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ProofRows,
  ) {}

  /** @param write takes lines without their ends; awaited before the next come */
  run(write: (lines: readonly string[]) => Promise<void> | void): Promise<void> {
    return this.uow.read(async () => {
      const own = OWN_TABLES.map((name) => `ledger.${name}`);
      for (const table of [...own, ...(await this.rows.protectedTables())])
        await write(await this.rows.copyLines(table));
    });
  }
}
