import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { secondsUntil, stagedWords } from '../core/staging';
import { StagedRows } from '../data/staged-rows';
import type { Approval } from './approvals.views.dto';
import type { StagedDecisionItem } from './inbox.views.dto';
import { ReadApproval } from './read-approval';
import { SettleStaged } from './settle-staged';

/** What readers see is never behind the clock: a decision that is due takes effect before it is shown. */
@Injectable()
export class ShowApproval {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reading: ReadApproval,
    private readonly settle: SettleStaged,
    private readonly staged: StagedRows,
  ) {}

  /** @throws DomainError documents.not-found, approvals.not-found (never submitted) */
  async run(documentId: string, actor: Actor, language: Language): Promise<Approval> {
    const { approval, due } = await this.reading.look(documentId, actor, language);
    if (!due) return approval;
    await this.settle.chunk([documentId]);
    return this.reading.run(documentId, actor, language);
  }

  /** 確定待ち of this person, so that a browser that was closed can still undo. */
  mine(actor: Actor, language: Language): Promise<StagedDecisionItem[]> {
    return this.uow.read(async () => {
      const now = await this.uow.now();
      const staged = await this.staged.of(actor.staffNo, now);
      return staged.map((one) => {
        const remainingSeconds = secondsUntil(one.due_at, now);
        return {
          documentId: one.document_id,
          seatId: one.seat_id,
          title: one.title,
          verdict: one.verdict,
          label: stagedWords(one.verdict, remainingSeconds, language),
          stagedAt: one.staged_at.toISOString(),
          dueAt: one.due_at.toISOString(),
          remainingSeconds,
          bulk: one.bulk_key !== null,
        };
      });
    });
  }
}
