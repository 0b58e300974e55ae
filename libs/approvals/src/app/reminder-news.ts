import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { DocumentLifecycle } from '@fubako/documents';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import { EventBus } from '@fubako/platform/outbox';
import type { DueSeat, ReminderKey } from '../data/reminder-rows';
import { type HolderReminded, holderReminded } from '../events';

/** Announces reminders; one that goes upward lets the head read what it is about, unless that is confidential. */
@Injectable()
export class ReminderNews {
  constructor(
    private readonly charts: OrganisationCharts,
    private readonly lifecycle: DocumentLifecycle,
    private readonly bus: EventBus,
  ) {}

  async tell(given: readonly ReminderKey[], seats: readonly DueSeat[]): Promise<void> {
    if (given.length === 0) return;
    const chart = await this.charts.today();
    const byId = new Map(seats.map((seat) => [seat.id, seat]));
    const news = given.flatMap((key) => {
      const seat = byId.get(key.seatId);
      return seat ? newsOf(seat, key, chart) : [];
    });
    await this.lifecycle.admit(
      news.flatMap(({ payload: { documentId, kind, title, staffNos } }) =>
        kind === 'escalated' && title !== null ? staffNos.map((staffNo) => ({ documentId, staffNo })) : [],
      ),
    );
    await this.bus.publishAll(holderReminded, news);
  }
}

function newsOf(seat: DueSeat, { kind, day }: ReminderKey, chart: OrganisationChart) {
  const about = {
    documentId: seat.documentId,
    kind,
    day,
    seatId: seat.id,
    seatKind: seat.kind,
    holder: { name: seat.principalName ?? seat.principal, title: `${seat.unitName} ${seat.postTitle}` },
  };
  const told = (title: string | null, staffNos: readonly string[]): { subject: string; payload: HolderReminded }[] =>
    staffNos.length === 0 ? [] : [{ subject: seat.documentId, payload: { ...about, title, staffNos } }];
  if (kind !== 'escalated') return told(seat.title, [seat.principal]);
  const head = nextHead(seat, chart);
  const open = !seat.secret;
  const drafter = [seat.drafter].filter((staffNo) => staffNo !== seat.principal && staffNo !== head);
  return [...told(seat.title, drafter), ...told(open ? seat.title : null, head === null ? [] : [head])];
}

/** The next head upward of the holder's unit who is somebody else. */
function nextHead({ unitCode, rank, principal }: DueSeat, chart: OrganisationChart): string | null {
  const heads = chart.headsUpward(unitCode as UnitCode).filter(({ post }) => post.rank > rank);
  const holders = heads.flatMap(({ holder }) => (holder ? [holder.person.staffNo as string] : []));
  return holders.find((staffNo) => staffNo !== principal) ?? null;
}
