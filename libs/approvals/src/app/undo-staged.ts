import { Injectable } from '@nestjs/common';
import { DocumentLifecycle } from '@fubako/documents';
import { UnitOfWork } from '@fubako/platform/database';
import { BulkOutcomeRows } from '../data/bulk-outcome-rows';
import type { StagedDecision } from '../data/case.row';
import { StagedRows } from '../data/staged-rows';
import { StagedNews } from './staged-news';

export type UndoOutcome = 'undone' | 'too-late' | 'nothing-staged';

export interface UndoneSeat {
  readonly seatId: string;
  readonly outcome: UndoOutcome;
}

/** STAGE-2 取消し within the grace time: only by the author, and each decision by itself. */
@Injectable()
export class UndoStaged {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lifecycle: DocumentLifecycle,
    private readonly rows: StagedRows,
    private readonly outcomes: BulkOutcomeRows,
    private readonly news: StagedNews,
  ) {}

  /** @returns an answer for every seat, in the order of the seats */
  run(actor: string, seatIds: readonly string[]): Promise<UndoneSeat[]> {
    return this.uow.run(async () => {
      const seats = [...new Set(seatIds)];
      const documents = new Set((await this.rows.inSeats(actor, seats)).map(({ document_id }) => document_id));
      await this.lifecycle.lock([...documents].toSorted());
      const at = await this.uow.now();
      const found = new Map((await this.rows.inSeats(actor, seats)).map((one) => [one.seat_id, one]));
      const open = [...found.values()].filter(({ state, due_at }) => state === 'staged' && due_at > at);
      await this.settle(open, at);
      return seats.map((seatId) => ({ seatId, outcome: outcomeOf(found.get(seatId), at) }));
    });
  }

  /** @param decisions of documents that the running unit has locked */
  async settle(decisions: readonly StagedDecision[], at: Date): Promise<void> {
    this.rows.settle(
      decisions.map(({ id }) => ({ id, state: 'undone', cause: null })),
      at,
    );
    this.news.undone(decisions);
    this.outcomes.settleStaged(
      decisions.flatMap(({ bulk_key: key, seat_id: seatId, author }) =>
        key === null
          ? []
          : [
              {
                actor: author.staffNo,
                key,
                seatId,
                outcome: 'excluded' as const,
                code: 'undone',
                dispatchNumber: null,
              },
            ],
      ),
    );
  }
}

function outcomeOf(found: (StagedDecision & { state: string }) | undefined, at: Date): UndoOutcome {
  if (!found) return 'nothing-staged';
  if (found.state === 'staged') return found.due_at > at ? 'undone' : 'too-late';
  return found.state === 'effective' ? 'too-late' : 'nothing-staged';
}
