import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { tableDigest } from '../core/table-difference';
import { RuleSetRows } from '../data/rule-set-rows';
import type { RuleSetRow } from '../data/rule-set.row';
import { cellsOf } from '../package/rule-cells';
import { CheckDelegationTable, type TableFault } from './check-delegation-table';

export interface Enactment {
  readonly validFrom: LocalDate;
  readonly at: Date;
  readonly by: { readonly staffNo: string; readonly name: string };
}

/** 公布 of a draft that is locked: its number, its day, its digest. Every way to a published table ends here. */
@Injectable()
export class EnactTable {
  constructor(
    private readonly sets: RuleSetRows,
    private readonly check: CheckDelegationTable,
    private readonly ledger: Ledger,
  ) {}

  /** What keeps the table from coming into force on the day (RULES-3). */
  async errors(id: number, day: LocalDate): Promise<TableFault[]> {
    const { faults } = await this.check.run((await this.sets.rules(id)).map(cellsOf), day);
    return faults.filter(({ severity }) => severity === 'error');
  }

  async run({ id, basedOn, documentId }: RuleSetRow, { validFrom, at, by }: Enactment): Promise<void> {
    const sha256 = tableDigest(await this.sets.rules(id));
    const version = await this.sets.publish(id, { validFrom, sha256, at, by });
    this.ledger.record({
      subject: { kind: 'delegation-table', id: String(id) },
      kind: 'approvals.table-published',
      actor: by.staffNo,
      facts: { version, validFrom, content: sha256, basedOn, ...(documentId === null ? {} : { document: documentId }) },
    });
  }
}
