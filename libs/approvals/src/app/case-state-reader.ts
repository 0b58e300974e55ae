import { Injectable } from '@nestjs/common';
import { type DocumentCard, DocumentLifecycle } from '@fubako/documents';
import type { CaseState, PostReview, Seat, Step } from '../core/case-state';
import { CaseRows } from '../data/case-rows';
import type { CaseRow, PostReviewRow, PriorInstructionRow, SeatRow } from '../data/case.row';

/** A running approval with everything that was locked and read to act on it. */
export interface LoadedCase {
  readonly card: DocumentCard;
  readonly row: CaseRow;
  readonly seats: readonly SeatRow[];
  readonly reviews: readonly PostReviewRow[];
  readonly instructions: readonly PriorInstructionRow[];
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
    // Asked in this order and at once: the database takes one after the other, each with what was committed before its lock.
    const [cards, cases, parts] = await Promise.all([
      this.lifecycle.lock(documentIds),
      this.rows.lock(documentIds),
      this.partsOf(documentIds),
    ]);
    return assemble([...cards.values()], cases, parts);
  }

  /** The case of a document that the caller may read, as it is, without a lock; null before the first submission. */
  async read(card: DocumentCard): Promise<LoadedCase | null> {
    return (await this.look(card.id))(card);
  }

  /** As {@link read}, for whoever asks for the card at the same time. */
  async look(documentId: string): Promise<(card: DocumentCard) => LoadedCase | null> {
    const [row, parts] = await Promise.all([this.rows.find(documentId), this.partsOf([documentId])]);
    return (card) => row && (assemble([card], new Map([[documentId, row]]), parts).get(documentId) ?? null);
  }

  private async partsOf(documentIds: readonly string[]): Promise<CaseParts> {
    const [seats, reviews, instructions] = await Promise.all([
      this.rows.currentSeats(documentIds),
      this.rows.postReviews(documentIds),
      this.rows.priorInstructions(documentIds),
    ]);
    return { seats, reviews, instructions };
  }
}

/** What belongs to cases, by document. */
interface CaseParts {
  readonly seats: ReadonlyMap<string, readonly SeatRow[]>;
  readonly reviews: ReadonlyMap<string, readonly PostReviewRow[]>;
  readonly instructions: ReadonlyMap<string, readonly PriorInstructionRow[]>;
}

function assemble(
  cards: readonly DocumentCard[],
  cases: ReadonlyMap<string, CaseRow>,
  { seats, reviews, instructions }: CaseParts,
): Map<string, LoadedCase> {
  const loaded = cards.flatMap((card) => {
    const row = cases.get(card.id);
    const own = { seats: seats.get(card.id) ?? [], reviews: reviews.get(card.id) ?? [] };
    return row ? [{ ...loadedCase(card, row, own), instructions: instructions.get(card.id) ?? [] }] : [];
  });
  return new Map(loaded.map((one) => [one.card.id, one]));
}

function loadedCase(
  card: DocumentCard,
  row: CaseRow,
  { seats, reviews }: { seats: readonly SeatRow[]; reviews: readonly PostReviewRow[] },
) {
  return { card, row, seats, reviews, state: stateOf(card, row, { seats, reviews }) };
}

function stateOf(
  card: DocumentCard,
  row: CaseRow,
  { seats, reviews }: { seats: readonly SeatRow[]; reviews: readonly PostReviewRow[] },
): CaseState {
  const steps = new Map<number, Step & { seats: Seat[] }>();
  for (const seat of seats) {
    const step = steps.get(seat.step_no) ?? {
      no: seat.step_no,
      kind: seat.step_kind,
      need: seat.need ?? 'all',
      seats: [],
    };
    step.seats.push(seatOf(seat));
    steps.set(seat.step_no, step);
  }
  return {
    documentId: card.id,
    version: row.version,
    state: card.state,
    round: row.round,
    // A draft that was taken over has another drafter (RULE-102).
    drafter: card.drafter.staffNo,
    contentDigest: row.content_digest.toString('hex'),
    steps: [...steps.values()],
    postReviews: reviews.map(reviewOf),
  };
}

function seatOf(row: SeatRow): Seat {
  // An act carried over from an earlier round closes the seat, but nobody has acted in this round by it (RULE-51).
  const acted = row.carried ? null : row.acted_by;
  return {
    id: row.id,
    postCode: row.post_code,
    postTitle: row.post_title,
    unitName: row.unit_name,
    rank: row.rank,
    state: row.state,
    principal: row.principal,
    capacity: row.principal_kind,
    outcome: row.carried ? null : row.outcome,
    branch: row.branch,
    turn: row.turn,
    origin: row.origin,
    attempt: row.attempt,
    skip: row.skip,
    heldUntil: row.held_until,
    handedTo: row.handed_to,
    passOver: row.pass_over,
    actedBy: acted,
    actedNo: acted === null ? null : (row.acted_at?.getTime() ?? null),
    passedBy: row.passed_by,
  };
}

function reviewOf({ seat_id, principal, cause, outcome }: PostReviewRow): PostReview {
  return { seatId: seat_id, principal, cause, outcome };
}
