import { Injectable } from '@nestjs/common';
import { secrecyOn } from '@fubako/documents';
import { ReadLog, grounds } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { ConcernedRows } from '../data/concerned-rows';
import { ReceiptRows } from '../data/receipt-rows';
import type { ReceiptRow } from '../data/receipt.row';
import { refuse } from '../errors';
import { mayRead, overseeingRole } from './policy';

/** Finds a receipt, and only for those who may read it; whoever looks at it is in the log of readings before anything is handed out. */
@Injectable()
export class ReceiptDoor {
  constructor(
    private readonly receipts: ReceiptRows,
    private readonly concerned: ConcernedRows,
    private readonly readings: ReadLog,
  ) {}

  /** @param part one of its files @throws DomainError intake.not-found — also for receipts that the actor may not know of */
  async read(receiptId: string, actor: Actor, part?: string): Promise<ReceiptRow> {
    const { row, facts } = await this.admitted(await this.receipts.find(receiptId), receiptId, actor);
    this.readings.note(actor, {
      subject: { kind: 'receipt', id: row.id },
      ...grounds(actor, overseeingRole(actor, facts)),
      secrecy: secrecyOn(facts, actor.on),
      ...(part !== undefined && { part }),
    });
    return row;
  }

  /** Locks a receipt that the actor may read. @throws DomainError intake.not-found */
  async lock(receiptId: string, actor: Actor): Promise<ReceiptRow> {
    const { row, facts } = await this.admitted(await this.receipts.lock(receiptId), receiptId, actor);
    this.readings.ask(actor, secrecyOn(facts, actor.on));
    return row;
  }

  private async admitted(row: ReceiptRow | null, receiptId: string, actor: Actor) {
    if (row) {
      const facts = {
        id: row.id,
        confidentiality: row.confidentiality,
        confidentialUntil: row.confidential_until,
        section: row.section_code,
        ...(await this.concerned.of(row.id)),
      };
      if (mayRead(actor, facts)) return { row, facts };
    }
    throw refuse('intake.not-found', { receiptId });
  }
}
