import { Injectable } from '@nestjs/common';
import { DocumentLifecycle } from '@fubako/documents';
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
    const dueOn = await this.dueDates.from(at);
    const differences = moves.map(({ move, actId }) =>
      differenceOf(move, { actId, at, dueOn: (kind) => dueOn(kind, move.facts.urgent) }),
    );
    await this.write(differences, at);
    await this.lifecycle.admit(moves.flatMap(({ move }, index) => admitted(move, differences[index])));
    const left = moves.map(({ move }, index) => ({ move, left: differences[index]?.left ?? [] }));
    await this.departures.record(left, at);
    return differences;
  }

  private async write(differences: readonly CaseDifference[], at: Date): Promise<void> {
    await this.writer.insertSteps(differences.flatMap(({ newSteps }) => newSteps));
    await this.changes.steps(differences.flatMap(({ stepKinds }) => stepKinds));
    await this.writer.insertSeats(differences.flatMap(({ newSeats }) => newSeats));
    const seats = differences.flatMap((one) => one.seats);
    if ((await this.changes.seats(seats)) !== seats.length)
      throw new Error('A seat was not there although its case was locked.');
    const reviews = differences.flatMap((one) => one.reviews);
    await this.changes.openReviews(reviews, at);
    const reviewed = differences.flatMap((one) => one.reviewed);
    await this.changes.closeReviews(reviewed, at);
    await this.changes.moveReviews(differences.flatMap((one) => one.movedReviews));
    await this.changes.cases(differences.flatMap((one) => one.case ?? []));
  }
}

/** Whoever is asked, or may stand in, may read, for good: who has approved may always see what was approved. */
function admitted({ loaded }: CaseMove, difference: CaseDifference | undefined) {
  const seats = difference?.seats.flatMap(({ state, principal, stand_in }) =>
    state === 'active' || state === 'passed' ? [principal, stand_in] : [],
  );
  const reviewers = [...(difference?.reviews ?? []), ...(difference?.movedReviews ?? [])];
  const people = [...(seats ?? []), ...reviewers.map(({ principal }) => principal)];
  return people.flatMap((staffNo) => (staffNo === null ? [] : [{ documentId: loaded.card.id, staffNo }]));
}
