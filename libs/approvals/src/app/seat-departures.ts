import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { EventBus } from '@fubako/platform/outbox';
import { type NewSuccession, SuccessionRows } from '../data/succession-rows';
import { type ParticipantsInformed, participantsInformed, seatsClosed } from '../events';
import type { CaseMove } from './accepted-act';
import type { LeftSeat } from './left-seats';

export interface Departure {
  readonly move: CaseMove;
  readonly left: readonly LeftSeat[];
}

/** Keeps who had an open seat before its present holder, and tells those whose task it no longer is (RULE-102). */
@Injectable()
export class SeatDepartures {
  constructor(
    private readonly rows: SuccessionRows,
    private readonly bus: EventBus,
  ) {}

  async record(departures: readonly Departure[], at: Date): Promise<void> {
    const some = departures.filter(({ left }) => left.length > 0);
    if (some.length === 0) return;
    await this.rows.insert(some.flatMap(successions), at);
    await this.bus.publishAll(
      seatsClosed,
      some.map(({ move, left }) => ({
        subject: move.loaded.card.id,
        payload: {
          documentId: move.loaded.card.id,
          seats: left.map(({ seatId, from }) => ({ seatId, staffNo: from.staffNo })),
        },
      })),
    );
    await this.bus.publishAll(
      participantsInformed,
      some.flatMap(newsOf).map((payload) => ({ subject: payload.documentId, payload })),
    );
  }
}

function successions({ move, left }: Departure): NewSuccession[] {
  return left
    .filter(({ succeeded }) => succeeded)
    .map(({ seatId, attempt, postTitle, from, to }) => ({
      document_id: move.loaded.card.id,
      seat_id: seatId,
      attempt,
      post_title: postTitle,
      from_staff: from.staffNo,
      from_name: from.name,
      to_staff: to,
      to_name: nameOf(move, to),
    }));
}

/** The former holder hears who has it now; an empty post is news for those who keep the records. */
function newsOf({ move, left }: Departure): ParticipantsInformed[] {
  const { id, title } = move.loaded.card;
  return left.flatMap(({ succeeded, postTitle, from, to }) => {
    const name = nameOf(move, to);
    if (!succeeded || to === null || name === null) return [];
    const by = { staffNo: to, name, title: postTitle };
    return [{ documentId: id, title, code: 'succeeded', staffNos: [from.staffNo], recordsOffice: false, by }];
  });
}

function nameOf({ chart }: CaseMove, staffNo: string | null): string | null {
  return staffNo === null ? null : (chart.person(staffNo as StaffNo)?.name ?? null);
}
