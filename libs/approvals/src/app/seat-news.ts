import { Injectable } from '@nestjs/common';
import type { DocumentCard } from '@fubako/documents';
import { EventBus } from '@fubako/platform/outbox';
import { seatsOpened } from '../events';
import type { OpenedSeat } from './opened-seat';

export interface Opening {
  readonly card: Pick<DocumentCard, 'id' | 'title' | 'section'>;
  readonly opened: readonly OpenedSeat[];
}

/** Tells the holders of opened seats that it is their turn. */
@Injectable()
export class SeatNews {
  constructor(private readonly bus: EventBus) {}

  tell(openings: readonly Opening[]): Promise<void> {
    const news = openings.filter(({ opened }) => opened.length > 0);
    return this.bus.publishAll(
      seatsOpened,
      news.map(({ card, opened }) => ({
        subject: card.id,
        payload: { documentId: card.id, title: card.title, section: card.section.code, seats: opened },
      })),
    );
  }
}
