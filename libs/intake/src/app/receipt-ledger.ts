import { Injectable } from '@nestjs/common';
import { CSV_START, csvLine, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, joinSql, sql } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { LEDGER_COLUMNS, ledgerCells } from './ledger-columns';
import { type ReceiptFilter, filterOf } from './list-receipts';
import { LIST_COLUMNS } from './receipt-list-sql';
import type { ReceiptListRow } from './receipt-list-views';

/** A ledger longer than this is asked for by year. */
const MOST_ROWS = 50_000;

/** 収受簿 as CSV, in the order of its numbers: what the reader may read, and nothing else. */
@Injectable()
export class ReceiptLedger {
  constructor(private readonly uow: UnitOfWork) {}

  csv(filter: ReceiptFilter, actor: Actor, language: Language): Promise<string> {
    return this.uow.read(async () => {
      const today = localDateAt(await this.uow.now());
      const condition = joinSql(filterOf(filter, actor, today), ' and ', sql`true`);
      const rows = await this.uow.rows<ReceiptListRow & { ended_at: Date | null }>(sql`
        select ${LIST_COLUMNS}, (select max(e.at) from intake.ending e where e.receipt_id = r.id and e.undone_at is null) as ended_at
        from intake.receipt r join intake.receipt_kind k on k.code = r.kind where ${condition}
        order by r.series_code nulls last, r.number_year, r.section_symbol, r.serial, r.registered_at, r.id limit ${MOST_ROWS}`);
      const lines = rows.map((row) => csvLine(ledgerCells(row, today, language)));
      return `${CSV_START}${csvLine(LEDGER_COLUMNS[language])}${lines.join('')}`;
    });
  }
}
