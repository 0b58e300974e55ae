import { Injectable } from '@nestjs/common';
import { DocumentLifecycle, isSecretOn } from '@fubako/documents';
import { localDate } from '@fubako/kernel';
import { seatsOf } from '../core/case-state';
import { CaseWriter } from '../data/case-writer';
import { ChangeWriter } from '../data/change-writer';
import type { CaseMove } from './accepted-act';
import { type CaseDifference, differenceOf } from './case-difference';
import { DueDates } from './due-dates';
import { SeatDepartures } from './seat-departures';

/** A moved case with the act that moved it, if any. */
export interface MoveToWrite {
  readonly move: CaseMove;
  readonly actId: string | null;
}

/** Writes what events have made of cases, any number of them in the same few statements (performance B). */
@Injectable()
export class WriteDifferences {
  constructor(
    private readonly writer: CaseWriter,
    private readonly changes: ChangeWriter,
    private readonly dueDates: DueDates,
    private readonly lifecycle: DocumentLifecycle,
    private readonly departures: SeatDepartures,
  ) {}

  /** @returns the differences in the order of the moves */
  async run(moves: readonly MoveToWrite[], at: Date): Promise<CaseDifference[]> {
    const dueOn = moves.some(({ move }) => opens(move)) ? await this.dueDates.from(at) : () => null;
    const differences = moves.map(({ move, actId }) =>
      differenceOf(move, { actId, at, dueOn: (kind) => dueOn(kind, move.facts.urgent) }),
    );
    this.write(differences, at);
    await this.lifecycle.admit(moves.flatMap(({ move }, index) => admitted(move, differences[index])));
    await this.lifecycle.foresee(
      moves.map(({ move }) => move.loaded.card.id),
      moves.flatMap(({ move }) => foreseen(move)),
    );
    const left = moves.map(({ move }, index) => ({ move, left: differences[index]?.left ?? [] }));
    await this.departures.record(left, at);
    return differences;
  }

  private write(differences: readonly CaseDifference[], at: Date): void {
    this.writer.insertSteps(differences.flatMap(({ newSteps }) => newSteps));
    this.changes.steps(differences.flatMap(({ stepKinds }) => stepKinds));
    this.writer.insertSeats(differences.flatMap(({ newSeats }) => newSeats));
    const seats = differences.flatMap((one) => one.seats);
    this.changes.seats(seats);
    const reviews = differences.flatMap((one) => one.reviews);
    this.changes.openReviews(reviews, at);
    const reviewed = differences.flatMap((one) => one.reviewed);
    this.changes.closeReviews(reviewed, at);
    this.changes.moveReviews(differences.flatMap((one) => one.movedReviews));
    this.changes.cases(differences.flatMap((one) => one.case ?? []));
  }
}

/** Whether a seat is open now that was not, or is open anew: only those get a day by which they are due. */
function opens({ loaded, after }: CaseMove): boolean {
  const before = new Map(seatsOf(loaded.state).map((seat) => [seat.id, seat]));
  return seatsOf(after).some(({ id, state, attempt }) => {
    const was = before.get(id);
    return state === 'active' && (was?.state !== 'active' || was.attempt !== attempt);
  });
}

/** Whoever is asked, or acts for somebody, may read, for good: who has approved may always see what was approved. */
function admitted({ loaded, events }: CaseMove, difference: CaseDifference | undefined) {
  const asked = difference?.seats.flatMap(({ state, principal }) =>
    state === 'active' || state === 'passed' ? [principal] : [],
  );
  const acted = events.flatMap((event) => (event.type === 'seat-acted' ? [event.by] : []));
  const reviewers = [...(difference?.reviews ?? []), ...(difference?.movedReviews ?? [])];
  const people = [...(asked ?? []), ...acted, ...reviewers.map(({ principal }) => principal)];
  return people.flatMap((staffNo) => (staffNo === null ? [] : [{ documentId: loaded.card.id, staffNo }]));
}

/**
 * READ-1 Superiors of the line may look at what is on its way to them, else nobody could pull it up (RULE-45); what is
 * confidential only when it is their turn. Stand-ins may as long as the seat is open and its holder away.
 */
function foreseen({ loaded: { card }, after, facts }: CaseMove) {
  const people = after.steps.flatMap(({ kind, seats }) =>
    seats.map(({ state, postCode }) => {
      const standing = facts.standings[postCode];
      if (state === 'active') return standing?.away ? (standing.acting ?? standing.proxy)?.staffNo : undefined;
      const coming = (state === 'waiting' || state === 'suspended') && (kind === 'line' || kind === 'decision');
      return coming && !isSecretOn(card.attributes, localDate(facts.today)) ? standing?.principal?.staffNo : undefined;
    }),
  );
  return people.flatMap((staffNo) => (staffNo ? [{ documentId: card.id, staffNo }] : []));
}
