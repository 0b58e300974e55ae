import { Injectable } from '@nestjs/common';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { type LastEnding, type ReceiptFacts, type Standing, receiptFault } from '../core/receipt-acts';
import type { ReceiptAct } from '../core/words';
import { CirculationRows } from '../data/circulation-rows';
import { EndingRows } from '../data/ending-rows';
import type { EndingRow, ReceiptRow } from '../data/receipt.row';
import { refuse } from '../errors';
import { handles } from './policy';
import { ReceiptDoor } from './receipt-door';
import { Sections } from './sections';

export interface Situation {
  readonly facts: ReceiptFacts;
  readonly standing: Standing;
  /** The last ending that was not undone. */
  readonly last: EndingRow | null;
}

/** The doorway of everything that concerns one receipt: finds it, and only for those who may. */
@Injectable()
export class ReceiptDesk {
  constructor(
    private readonly door: ReceiptDoor,
    private readonly endings: EndingRows,
    private readonly circulations: CirculationRows,
    private readonly documents: DocumentReading,
    private readonly sections: Sections,
  ) {}

  /** @param part one of its files @throws DomainError intake.not-found — also for receipts that the actor may not know of */
  read(receiptId: string, actor: Actor, part?: string): Promise<ReceiptRow> {
    return this.door.read(receiptId, actor, part);
  }

  /** Locks a receipt that the actor may read. @throws DomainError intake.not-found */
  lock(receiptId: string, actor: Actor): Promise<ReceiptRow> {
    return this.door.lock(receiptId, actor);
  }

  /** Locks it for an act. @throws DomainError intake.not-found, or why the act is not possible now */
  async open(receiptId: string, actor: Actor, act: ReceiptAct): Promise<ReceiptRow> {
    const row = await this.lock(receiptId, actor);
    const { facts, standing } = await this.situation(row, actor);
    const fault = receiptFault(act, facts, standing);
    if (fault) throw refuse(fault, { receiptId });
    return row;
  }

  async situation(row: ReceiptRow, actor: Actor): Promise<Situation> {
    const last = (await this.endings.of(row.id)).findLast(({ undone_at }) => undone_at === null) ?? null;
    const standing = {
      handles: handles(actor, row.section_code),
      belongs: (await this.sections.postIn(actor, row.section_code)) !== null,
      handledLast: handles(actor, last?.section_code ?? row.section_code),
    };
    const facts: ReceiptFacts = {
      received: row.received_at !== null,
      accepted: row.accepted_at !== null,
      ending: row.ending,
      reading: await this.readingOf(row.id),
      last: last && (await this.lastEnding(last, row)),
    };
    return { facts, standing, last };
  }

  private async readingOf(receiptId: string): Promise<ReceiptFacts['reading']> {
    const readings = (await this.circulations.of('receipt', receiptId)).filter(({ mode }) => mode === 'reading');
    if (readings.some((one) => one.completed_at === null && one.stopped_at === null)) return 'running';
    return readings.some(({ completed_at }) => completed_at !== null) ? 'completed' : 'none';
  }

  private async lastEnding(last: EndingRow, row: ReceiptRow): Promise<LastEnding> {
    const [draft] = last.document_id === null ? [] : await this.documents.cards([last.document_id]);
    return { kind: last.kind, followed: row.version !== last.version, draftState: draft?.state ?? null };
  }
}
