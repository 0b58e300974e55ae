import { Injectable } from '@nestjs/common';
import { type DocumentCard, DocumentLifecycle } from '@fubako/documents';
import type { CaseState, Seat, Step } from '../core/case-state';
import { CaseRows } from '../data/case-rows';
import type { CaseRow, SeatRow } from '../data/case.row';

/** A running approval with everything that was locked and read to act on it. */
export interface LoadedCase {
  readonly card: DocumentCard;
  readonly row: CaseRow;
  readonly seats: readonly SeatRow[];
  readonly state: CaseState;
}

/** Locks and reads running approvals, documents first, always in the same order (reliability 4.2). */
@Injectable()
export class CaseStateReader {
  constructor(
    private readonly lifecycle: DocumentLifecycle,
    private readonly rows: CaseRows,
  ) {}

  /** Cases by document id; documents that were never submitted are left out. */
  async lock(documentIds: readonly string[]): Promise<Map<string, LoadedCase>> {
    const cards = await this.lifecycle.lock(documentIds);
    const cases = await this.rows.lock(documentIds);
    const seats = await this.rows.currentSeats([...cases.keys()]);
    const loaded = [...cases.values()].flatMap((row) => {
      const card = cards.get(row.document_id);
      return card ? [loadedCase(card, row, seats.get(row.document_id) ?? [])] : [];
    });
    return new Map(loaded.map((one) => [one.card.id, one]));
  }
}

export function loadedCase(card: DocumentCard, row: CaseRow, seats: readonly SeatRow[]): LoadedCase {
  return { card, row, seats, state: stateOf(card, row, seats) };
}

function stateOf(card: DocumentCard, row: CaseRow, seats: readonly SeatRow[]): CaseState {
  const steps = new Map<number, Step & { seats: Seat[] }>();
  for (const seat of seats) {
    const step = steps.get(seat.step_no) ?? { no: seat.step_no, kind: seat.step_kind, seats: [] };
    step.seats.push(seatOf(seat));
    steps.set(seat.step_no, step);
  }
  return {
    documentId: card.id,
    version: row.version,
    state: card.state,
    round: row.round,
    drafter: row.drafter_staff_no,
    contentDigest: row.content_digest.toString('hex'),
    steps: [...steps.values()],
  };
}

function seatOf(row: SeatRow): Seat {
  return {
    id: row.id,
    postCode: row.post_code,
    postTitle: row.post_title,
    unitName: row.unit_name,
    state: row.state,
    principal: row.principal,
    // An act carried over from an earlier round closes the seat, but nobody has acted in this round by it (RULE-51).
    outcome: row.carried ? null : row.outcome,
  };
}
