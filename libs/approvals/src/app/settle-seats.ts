import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { evolve } from '../core/approval-event';
import { type Seat, seatsOf } from '../core/case-state';
import { reassign } from '../core/reassign';
import type { CaseMove } from './accepted-act';
import { ActFactsReader, type CaseFacts } from './act-facts-reader';
import { CaseStateReader, type LoadedCase } from './case-state-reader';
import { type PostsBySeat, SeatSuccessors } from './seat-successors';
import { SettledNews } from './settled-news';
import { WriteDifferences } from './write-differences';

/** Time asks, and time holds no role. */
const NOBODY_ASKS = { roles: [] } as const;

/** Gives the open seats of cases to whoever holds their posts now, in one unit of work. */
@Injectable()
export class SettleSeats {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reader: CaseStateReader,
    private readonly facts: ActFactsReader,
    private readonly successors: SeatSuccessors,
    private readonly differences: WriteDifferences,
    private readonly aftermath: SettledNews,
  ) {}

  /** @returns how many of the cases were changed */
  run(documentIds: readonly string[]): Promise<number> {
    return this.uow.run(async () => {
      const cases = [...(await this.reader.lock(documentIds)).values()];
      const moves = await this.movesOf(cases);
      const at = await this.uow.now();
      const written = await this.differences.run(
        moves.map((move) => ({ move, actId: null })),
        at,
      );
      const opened = written.map(({ opened }) => opened);
      await this.aftermath.tell(moves, opened);
      return written.filter(({ seats, movedReviews }) => seats.length + movedReviews.length > 0).length;
    });
  }

  private async movesOf(cases: readonly LoadedCase[]): Promise<CaseMove[]> {
    const posts = await this.successors.of(cases);
    const seated = cases.map((loaded) => inSucceeding(loaded, posts.get(loaded.card.id) ?? {}));
    const facts = await this.facts.ofAll(seated, NOBODY_ASKS);
    return cases.flatMap((loaded) => {
      const context = facts.get(loaded.card.id);
      return context ? [moveOf(loaded, context, posts.get(loaded.card.id) ?? {})] : [];
    });
  }
}

/** The case as if the seats stood in the succeeding posts already, so that those are asked about. */
function inSucceeding(loaded: LoadedCase, posts: PostsBySeat): LoadedCase {
  const steps = loaded.state.steps.map((step) => ({
    ...step,
    seats: step.seats.map((seat): Seat => ({ ...seat, ...posts[seat.id]?.post })),
  }));
  const seats = loaded.seats.map((row) => ({ ...row, unit_code: posts[row.id]?.unitCode ?? row.unit_code }));
  return { ...loaded, seats, state: { ...loaded.state, steps } };
}

function moveOf(loaded: LoadedCase, { facts, chart }: CaseFacts, posts: PostsBySeat): CaseMove {
  const successors = Object.fromEntries(Object.entries(posts).map(([seatId, { post }]) => [seatId, post]));
  const given = seatsOf(loaded.state).flatMap(({ handedTo }) => handedTo ?? []);
  const departed = given.filter((staffNo) => chart.postsOf(staffNo as StaffNo).length === 0);
  const events = reassign(loaded.state, { ...facts, successors, departed });
  const after = events.reduce(evolve, loaded.state);
  return { loaded, facts, chart, events, after, revisionNo: null, addedBy: { name: '', comment: null } };
}
