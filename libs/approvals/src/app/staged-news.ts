import { Injectable } from '@nestjs/common';
import { Ledger, type LedgerNote } from '@fubako/ledger';
import { EventBus } from '@fubako/platform/outbox';
import type { StagedDecision } from '../data/case.row';
import { type ParticipantsInformed, participantsInformed } from '../events';

export interface DroppedDecision {
  readonly staged: StagedDecision;
  readonly title: string;
  /** Code of the refusal. */
  readonly cause: string;
}

/** Settled decisions in the ledger, and for authors whose decision came to nothing. */
@Injectable()
export class StagedNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  undone(decisions: readonly Told[]): void {
    this.ledger.record(...decisions.map((one) => stagedNote(one, 'undone')));
  }

  async dropped(decisions: readonly DroppedDecision[]): Promise<void> {
    this.ledger.record(...decisions.map(({ staged, cause }) => stagedNote(staged, 'dropped', { cause })));
    await this.bus.publishAll(
      participantsInformed,
      decisions.map(({ staged, title }) => ({ subject: staged.document_id, payload: droppedPayload(staged, title) })),
    );
  }
}

/** STAGE-5 The author is told, nobody else: nobody else has heard of the decision. */
function droppedPayload({ document_id, author }: StagedDecision, title: string): ParticipantsInformed {
  const [post] = author.posts;
  const by = {
    staffNo: author.staffNo,
    name: author.name,
    title: `${post?.unitName ?? ''} ${post?.title ?? ''}`.trim(),
  };
  return {
    documentId: document_id,
    title,
    code: 'decision-dropped',
    staffNos: [author.staffNo],
    recordsOffice: false,
    by,
  };
}

type Told = Pick<StagedDecision, 'id' | 'document_id' | 'seat_id' | 'act' | 'author' | 'verdict'>;

/** STAGE-4 Every turn of a staged decision is a line of the ledger, also of one that never took effect. */
export function stagedNote(
  { id, document_id, seat_id, act, author, verdict }: Told,
  turn: 'staged' | 'undone' | 'dropped',
  more: Readonly<Record<string, string>> = {},
): LedgerNote {
  return {
    subject: { kind: 'document', id: document_id },
    kind: `approvals.decision-${turn}`,
    actor: turn === 'dropped' ? 'system:approvals' : author.staffNo,
    facts: { decision: id, seat: seat_id, act: act.kind, verdict, content: act.contentDigest, ...more },
  };
}
