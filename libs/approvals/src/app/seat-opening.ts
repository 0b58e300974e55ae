import { Injectable } from '@nestjs/common';
import { type PostCode, localDateAt } from '@fubako/kernel';
import { DocumentLifecycle } from '@fubako/documents';
import { OrganisationCharts } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { CaseWriter } from '../data/case-writer';
import { seatsOpened } from '../events';

export interface SeatToOpen {
  readonly seatId: string;
  readonly documentId: string;
  readonly title: string;
  readonly postCode: string;
  readonly kind: string;
}

/** Opens seats: their holders are resolved now, on today's organisation (RULE-20), gain the right to read, and are told. */
@Injectable()
export class SeatOpening {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly writer: CaseWriter,
    private readonly lifecycle: DocumentLifecycle,
    private readonly bus: EventBus,
  ) {}

  async open(seats: readonly SeatToOpen[]): Promise<void> {
    if (seats.length === 0) return;
    const at = await this.uow.now();
    const chart = await this.charts.on(localDateAt(at));
    const opened = seats.map((seat) => ({ ...seat, holder: chart.holderOf(seat.postCode as PostCode) }));
    await this.writer.openSeats(
      opened.map(({ seatId, holder }) => ({
        seatId,
        staffNo: holder?.person.staffNo ?? null,
        name: holder?.person.name ?? null,
        kind: holder?.kind ?? null,
      })),
      at,
    );
    await this.lifecycle.admit(
      opened.flatMap(({ documentId, holder }) => (holder ? [{ documentId, staffNo: holder.person.staffNo }] : [])),
    );
    await this.tell(opened.map(({ holder, ...seat }) => ({ ...seat, staffNo: holder?.person.staffNo ?? null })));
  }

  private async tell(seats: readonly (SeatToOpen & { staffNo: string | null })[]): Promise<void> {
    const documents = new Map(seats.map(({ documentId, title }) => [documentId, title]));
    const news = [...documents].map(([documentId, title]) => ({
      subject: documentId,
      payload: {
        documentId,
        title,
        seats: seats
          .filter((seat) => seat.documentId === documentId)
          .map(({ seatId, staffNo, kind }) => ({ seatId, staffNo, kind })),
      },
    }));
    await this.bus.publishAll(seatsOpened, news);
  }
}
