import { Injectable } from '@nestjs/common';
import { Ledger, type LedgerNote } from '@fubako/ledger';
import { EventBus } from '@fubako/platform/outbox';
import { type MatterClosed, type MatterDecided, decided, rejected, returned } from '../events';
import type { AppliedAct } from './accepted-act';

/** Writes the ledger entries of acts and announces what they led to. */
@Injectable()
export class ActNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly bus: EventBus,
  ) {}

  async tell(applied: readonly AppliedAct[]): Promise<void> {
    this.ledger.record(...applied.flatMap(notesOf));
    await this.bus.publishAll(
      decided,
      movedTo(applied, 'decided').map((one) => ({ subject: one.loaded.card.id, payload: decidedPayload(one) })),
    );
    await this.bus.publishAll(
      returned,
      movedTo(applied, 'returned').map((one) => ({ subject: one.loaded.card.id, payload: closedPayload(one) })),
    );
    await this.bus.publishAll(
      rejected,
      movedTo(applied, 'rejected').map((one) => ({ subject: one.loaded.card.id, payload: closedPayload(one) })),
    );
  }
}

function movedTo(applied: readonly AppliedAct[], state: string): AppliedAct[] {
  return applied.filter(({ events }) => events.some((e) => e.type === 'moved' && e.to === state));
}

function notesOf({ loaded, row, events, dispatchNumber }: AppliedAct): LedgerNote[] {
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
      bulk: row.bulk_key,
    },
  };
  const moved = events.flatMap((e) =>
    e.type === 'moved' ? [{ ...about, kind: 'documents.moved', facts: { from: loaded.card.state, to: e.to } }] : [],
  );
  const numbered =
    dispatchNumber === null ? [] : [{ ...about, kind: 'documents.numbered', facts: { number: dispatchNumber } }];
  return [acted, ...moved, ...numbered];
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

function snapshot(row: AppliedAct['row']) {
  return { staffNo: row.actor, name: row.actor_name, title: `${row.unit_name} ${row.post_title}` };
}
