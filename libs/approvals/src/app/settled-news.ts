import { Injectable } from '@nestjs/common';
import { Ledger, type LedgerNote } from '@fubako/ledger';
import { seatOf, seatsOf } from '../core/case-state';
import type { CaseMove } from './accepted-act';
import type { OpenedSeat } from './opened-seat';
import { SeatNews } from './seat-news';

const BY = 'system:approvals';

/** Records what time and the organisation did to cases, and tells the new holders. */
@Injectable()
export class SettledNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly news: SeatNews,
  ) {}

  async tell(moves: readonly CaseMove[], opened: readonly (readonly OpenedSeat[])[]): Promise<void> {
    this.ledger.record(...moves.filter(({ events }) => events.length > 0).map(noteOf));
    await this.news.tell(moves.map(({ loaded: { card } }, index) => ({ card, opened: opened[index] ?? [] })));
  }
}

function noteOf({ loaded, after, events, chart }: CaseMove): LedgerNote {
  const seats = seatsOf(after).flatMap((seat) => {
    const before = seatOf(loaded.state, seat.id);
    if (before && JSON.stringify(before) === JSON.stringify(seat)) return [];
    const [was, is] = [before, seat].map((one) => (one ? `${one.postCode} ${one.state} ${one.principal ?? '-'}` : '-'));
    return [`${seat.id}: ${was ?? '-'} → ${is ?? '-'}`];
  });
  const reviews = events.flatMap((e) => (e.type === 'post-review-moved' ? [`${e.seatId} → ${e.principal}`] : []));
  return {
    subject: { kind: 'document', id: loaded.card.id },
    kind: 'approvals.reassigned',
    actor: BY,
    facts: { round: loaded.row.round, organisation: chart.date, seats: seats.join('; '), reviews: reviews.join('; ') },
  };
}
