import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { DocumentLifecycle } from '@fubako/documents';
import { UnitOfWork } from '@fubako/platform/database';
import { CaseWriter } from '../data/case-writer';
import type { ActRow } from '../data/case.row';
import { ActAftermath } from './act-aftermath';
import type { AcceptedAct, AppliedAct } from './accepted-act';
import { IssueDecisionNumbers } from './issue-decision-numbers';
import { SeatOpening, type SeatToOpen } from './seat-opening';

/**
 * Writes what accepted acts mean, all of it in the running unit: acts, seats, states, numbers, ledger, news.
 * Set-based: fifty approvals cost as many statements as one (performance B).
 */
@Injectable()
export class ApplyActs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly writer: CaseWriter,
    private readonly lifecycle: DocumentLifecycle,
    private readonly opening: SeatOpening,
    private readonly numbers: IssueDecisionNumbers,
    private readonly after: ActAftermath,
  ) {}

  async run(accepted: readonly AcceptedAct[]): Promise<AppliedAct[]> {
    if (accepted.length === 0) return [];
    const at = await this.uow.now();
    const acts = accepted.map((one) => ({ ...one, row: actRow(one, at) }));
    await this.writer.insertActs(acts.map(({ row }) => row));
    await this.closeSeats(acts.map(({ row }) => row));
    await this.after.raise(accepted);
    await this.opening.open(accepted.flatMap(seatsToOpen));
    await this.writer.suspendSeats(
      accepted.flatMap(({ events }) => events.flatMap((e) => (e.type === 'seats-suspended' ? e.seatIds : []))),
    );
    await this.writer.bumpVersions(accepted.map(({ loaded }) => loaded.card.id));
    await this.moveDocuments(accepted);
    const issued = await this.numbers.run(accepted);
    const applied = acts.map((one) => ({ ...one, dispatchNumber: issued.get(one.loaded.card.id) ?? null }));
    await this.after.tell(applied);
    return applied;
  }

  private async closeSeats(acts: readonly ActRow[]): Promise<void> {
    const closed = acts.flatMap(({ id, seat_id }) => (seat_id === null ? [] : [{ seatId: seat_id, actId: id }]));
    if (closed.length === 0) return;
    const count = await this.writer.closeSeats(closed);
    if (count !== closed.length) throw new Error('A seat was not active although its case was locked.');
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

/** The act with the person as they were, in the post in which they acted (RULE-101). */
function actRow({ loaded, wanted, events, actor, bulkKey }: AcceptedAct, at: Date): ActRow {
  const acted = events.find((event) => event.type === 'seat-acted');
  const seat = loaded.seats.find(({ id }) => id === acted?.seatId);
  const { drafter, unit } = loaded.card;
  return {
    id: newId<string>(),
    document_id: loaded.card.id,
    round: loaded.row.round,
    revision_no: loaded.row.revision_no,
    seat_id: seat?.id ?? null,
    kind: wanted.kind,
    outcome: acted?.outcome ?? null,
    actor: actor.staffNo,
    actor_name: actor.name,
    post_title: seat?.post_title ?? drafter.postTitle,
    unit_name: seat?.unit_name ?? unit.name,
    comment: wanted.comment,
    content_digest: loaded.row.content_digest,
    bulk_key: bulkKey,
    acted_at: at,
  };
}

function seatsToOpen({ loaded, events }: AcceptedAct): SeatToOpen[] {
  const raised = events.flatMap((e) =>
    e.type === 'decision-raised' ? [{ id: e.seat.id, post_code: e.seat.postCode, step_kind: 'decision' }] : [],
  );
  const known = [...loaded.seats, ...raised];
  const opened = events.flatMap((e) => (e.type === 'seats-opened' ? e.seatIds : []));
  return opened.flatMap((seatId) => {
    const seat = known.find(({ id }) => id === seatId);
    return seat
      ? [
          {
            seatId,
            documentId: loaded.card.id,
            title: loaded.card.title,
            postCode: seat.post_code,
            kind: seat.step_kind,
          },
        ]
      : [];
  });
}
