import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import type { CirculationState } from '../core/circulation';
import type { CirculationRow, ReaderRow } from '../data/circulation.row';
import { CirculationRows } from '../data/circulation-rows';
import { ReceiptRows } from '../data/receipt-rows';
import type { ReceiptRow } from '../data/receipt.row';
import { refuse } from '../errors';
import { CirculationSubjects } from './circulation-subjects';
import { audienceOf } from './policy';

export interface OpenCirculation {
  readonly row: CirculationRow;
  readonly readers: readonly ReaderRow[];
  /** The actor belongs to the audience of a 回覧. */
  readonly inAudience: boolean;
  /** Locked as well, when a receipt is circulated. */
  readonly receipt: ReceiptRow | null;
}

/** The doorway of circulations: for readers, audience, and whoever may read the subject anyway. */
@Injectable()
export class CirculationDesk {
  constructor(
    private readonly circulations: CirculationRows,
    private readonly receipts: ReceiptRows,
    private readonly subjects: CirculationSubjects,
  ) {}

  /** @throws DomainError intake.no-circulation — also for those that the actor may not know of */
  async read(id: string, actor: Actor): Promise<OpenCirculation> {
    return this.opened(await this.circulations.find(id), null, { id, actor });
  }

  /** Locks the receipt first, as every writer does, then the circulation. @throws DomainError intake.no-circulation */
  async lock(id: string, actor: Actor): Promise<OpenCirculation> {
    const found = await this.circulations.find(id);
    const receipt = found?.subject_kind === 'receipt' ? await this.receipts.lock(found.subject_id) : null;
    return this.opened(await this.circulations.lock(id), receipt, { id, actor });
  }

  private async opened(
    row: CirculationRow | null,
    receipt: ReceiptRow | null,
    { id, actor }: { id: string; actor: Actor },
  ): Promise<OpenCirculation> {
    if (row) {
      const readers = await this.circulations.readers([row.id]);
      const mine = audienceOf(actor);
      const audience = await this.circulations.audience([row.id]);
      const inAudience = audience.some(({ section_code }) => mine.includes(section_code));
      const concerned = inAudience || readers.some(({ staff_no }) => staff_no === actor.staffNo);
      const readable = await this.subjects.look({ kind: row.subject_kind, id: row.subject_id }, actor);
      if (concerned || readable) return { row, readers, inAudience, receipt };
    }
    throw refuse('intake.no-circulation', { circulationId: id });
  }
}

export function stateOf({ row, readers }: Pick<OpenCirculation, 'row' | 'readers'>): CirculationState {
  return {
    mode: row.mode,
    state: runningState(row),
    readers: readers.map((reader) => ({
      staffNo: reader.staff_no,
      required: reader.required,
      read: reader.read_at !== null,
      asksForDraft: reader.asks_for_draft,
    })),
  };
}

export function runningState(row: Pick<CirculationRow, 'completed_at' | 'stopped_at'>): CirculationState['state'] {
  if (row.stopped_at !== null) return 'stopped';
  return row.completed_at === null ? 'running' : 'completed';
}
