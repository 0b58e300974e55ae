import { Injectable } from '@nestjs/common';
import { Ledger, type LedgerNote } from '@fubako/ledger';
import { EventBus } from '@fubako/platform/outbox';
import { CaseRows } from '../data/case-rows';
import {
  type MatterClosed,
  type MatterDecided,
  type MatterDeciding,
  decided,
  deciding,
  participantsInformed,
  rejected,
  returned,
} from '../events';
import type { AppliedAct, OpenedByAct } from './accepted-act';
import { concernsOf, isGivenUp } from './concerns';
import { SeatNews } from './seat-news';

/** Writes the ledger entries of acts and announces what they led to. */
@Injectable()
export class ActNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
    private readonly openings: SeatNews,
    private readonly cases: CaseRows,
  ) {}

  /** What can be said before numbers are taken. */
  async decide(acts: readonly OpenedByAct[]): Promise<void> {
    this.ledger.record(...acts.flatMap(notesOf));
    await this.bus.publishAll(deciding, newsOf(movedTo(acts, 'decided'), decidingPayload));
  }

  async tell(applied: readonly AppliedAct[]): Promise<void> {
    this.ledger.record(...applied.flatMap(numberNotes));
    await this.bus.publishAll(decided, newsOf(movedTo(applied, 'decided'), decidedPayload));
    await this.bus.publishAll(returned, newsOf(movedTo(applied, 'returned'), closedPayload));
    await this.bus.publishAll(rejected, newsOf(movedTo(applied, 'rejected'), closedPayload));
    await this.openings.tell(applied.map(({ loaded, opened }) => ({ card: loaded.card, opened })));
    const spoken = await this.cases.whoSpoke(applied.filter(isGivenUp).map(({ loaded }) => loaded.card.id));
    await this.bus.publishAll(
      participantsInformed,
      applied
        .flatMap((one) => concernsOf(one, spoken.get(one.loaded.card.id) ?? []))
        .map((payload) => ({ subject: payload.documentId, payload })),
    );
  }
}

function newsOf<A extends OpenedByAct, T>(acts: readonly A[], payloadOf: (act: A) => T) {
  return acts.map((one) => ({ subject: one.loaded.card.id, payload: payloadOf(one) }));
}

function movedTo<A extends OpenedByAct>(applied: readonly A[], state: string): A[] {
  return applied.filter(({ events }) => events.some((e) => e.type === 'moved' && e.to === state));
}

function notesOf({ loaded, row, events }: OpenedByAct): LedgerNote[] {
  const about = { subject: { kind: 'document', id: loaded.card.id }, actor: row.actor };
  const acted = {
    ...about,
    kind: 'approvals.acted',
    facts: {
      act: row.id,
      kind: row.kind,
      outcome: row.outcome,
      seat: row.seat_id,
      round: row.round,
      revision: row.revision_no,
      content: row.content_digest.toString('hex'),
      post: row.post_title,
      unit: row.unit_name,
      capacity: row.capacity,
      inSteadOf: row.for_staff_no,
      detail: row.detail === null ? null : canonicalDetail(row.detail),
      bulk: row.bulk_key,
    },
  };
  const moved = events.flatMap((e) =>
    e.type === 'moved' ? [{ ...about, kind: 'documents.moved', facts: { from: loaded.card.state, to: e.to } }] : [],
  );
  return [acted, ...moved];
}

function numberNotes({ loaded, row, dispatchNumber }: AppliedAct): LedgerNote[] {
  if (dispatchNumber === null) return [];
  const subject = { kind: 'document', id: loaded.card.id };
  return [{ subject, actor: row.actor, kind: 'documents.numbered', facts: { number: dispatchNumber } }];
}

/** A ledger fact is one text; the order of its keys does not depend on who wrote it. */
function canonicalDetail(detail: NonNullable<AppliedAct['row']['detail']>): string {
  return JSON.stringify(detail, Object.keys(detail).toSorted());
}

function decidingPayload({ loaded, row }: OpenedByAct): MatterDeciding {
  return { documentId: loaded.card.id, decidedBy: snapshot(row), decidedAt: row.acted_at.toISOString() };
}

function decidedPayload({ loaded, row, dispatchNumber }: AppliedAct): MatterDecided {
  const { id, title, drafter } = loaded.card;
  return {
    documentId: id,
    title,
    drafterStaffNo: drafter.staffNo,
    dispatchNumber,
    decidedBy: snapshot(row),
    decidedAt: row.acted_at.toISOString(),
  };
}

function closedPayload({ loaded, row }: AppliedAct): MatterClosed {
  const { id, title, drafter } = loaded.card;
  return { documentId: id, title, drafterStaffNo: drafter.staffNo, by: snapshot(row), comment: row.comment ?? '' };
}

function snapshot(row: OpenedByAct['row']) {
  return { staffNo: row.actor, name: row.actor_name, title: `${row.unit_name} ${row.post_title}` };
}
