import { Injectable } from '@nestjs/common';
import { DocumentLifecycle } from '@fubako/documents';
import { UnitOfWork } from '@fubako/platform/database';
import { CaseWriter } from '../data/case-writer';
import type { AcceptedAct, AppliedAct } from './accepted-act';
import { ActAftermath } from './act-aftermath';
import { actRow } from './act-row';
import { WriteDifferences } from './write-differences';

/**
 * Writes what accepted acts mean, all of it in the running unit: acts, seats, states, numbers, ledger, news.
 * Set-based: fifty approvals cost as many statements as one (performance B).
 */
@Injectable()
export class ApplyActs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly writer: CaseWriter,
    private readonly differences: WriteDifferences,
    private readonly lifecycle: DocumentLifecycle,
    private readonly after: ActAftermath,
  ) {}

  async run(accepted: readonly AcceptedAct[]): Promise<AppliedAct[]> {
    if (accepted.length === 0) return [];
    const at = await this.uow.now();
    const acts = accepted.map((move) => ({ move, row: actRow(move, at) }));
    this.writer.insertActs(acts.map(({ row }) => row));
    const written = await this.differences.run(
      acts.map(({ move, row }) => ({ move, actId: row.id })),
      at,
    );
    await this.moveDocuments(accepted);
    return this.after.run(acts.map(({ move, row }, index) => ({ ...move, row, opened: written[index]?.opened ?? [] })));
  }

  private async moveDocuments(accepted: readonly AcceptedAct[]): Promise<void> {
    const moves = accepted.flatMap(({ loaded, events, actor, wanted }) => {
      const why = { by: actor.staffNo, reason: wanted.comment };
      return events.flatMap((e) =>
        e.type === 'moved' ? [{ documentId: loaded.card.id, from: loaded.card.state, to: e.to, ...why }] : [],
      );
    });
    await this.lifecycle.move(moves);
    const commented = accepted.filter(({ wanted }) => wanted.comment).map(({ loaded }) => loaded.card.id);
    await this.lifecycle.announce(commented);
  }
}
