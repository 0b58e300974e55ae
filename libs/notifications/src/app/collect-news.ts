import { Injectable, Logger } from '@nestjs/common';
import { type SeatsOpened, decided, rejected, returned, seatsOpened } from '@fubako/approvals/events';
import { OrganisationCharts } from '@fubako/organisation';
import { type Delivery, type DomainEvent, EventBus } from '@fubako/platform/outbox';
import { NoticeRows } from '../data/notice-rows';
import { newsOfClosing, newsOfDecision, newsOfSeats } from './news-of-approvals';
import type { NoticeDraft } from './notice';

/** Who answers for matters at vacant posts (RULE-102), when the role is held for the whole municipality. */
const KEEPERS = new Set(['records_officer', 'records_clerk']);

/** Turns what other parts announce into notices. */
@Injectable()
export class CollectNews {
  private readonly logger = new Logger('notifications');

  constructor(
    private readonly rows: NoticeRows,
    private readonly charts: OrganisationCharts,
    bus: EventBus,
  ) {
    bus.later(decided, 'notifications.decided', (event, delivery) =>
      this.keep(event, delivery, newsOfDecision(event.payload)),
    );
    bus.later(returned, 'notifications.returned', (event, delivery) =>
      this.keep(event, delivery, newsOfClosing('returned', event.payload)),
    );
    bus.later(rejected, 'notifications.rejected', (event, delivery) =>
      this.keep(event, delivery, newsOfClosing('rejected', event.payload)),
    );
    bus.later(seatsOpened, 'notifications.seats-opened', (event, delivery) => this.keepSeats(event, delivery));
  }

  private keep(event: DomainEvent, delivery: Delivery, drafts: readonly NoticeDraft[]): Promise<void> {
    return delivery.complete(() => this.rows.insert(event.id, drafts));
  }

  private keepSeats(event: DomainEvent<SeatsOpened>, delivery: Delivery): Promise<void> {
    return delivery.complete(async () => {
      const vacant = event.payload.seats.some(({ staffNo }) => staffNo === null);
      const keepers = vacant ? await this.keepers() : [];
      if (vacant && keepers.length === 0)
        this.logger.warn({
          message: 'a matter waits at a vacant post and nobody holds a records role',
          event: event.id,
        });
      await this.rows.insert(event.id, newsOfSeats(event.payload, keepers));
    });
  }

  private async keepers(): Promise<string[]> {
    const chart = await this.charts.today();
    const keeps = (staffNo: (typeof people)[number]['staffNo']) =>
      chart.rolesOf(staffNo).some(({ role, unitCode }) => KEEPERS.has(role) && unitCode === null);
    const people = chart.people();
    return people.map(({ staffNo }) => staffNo).filter(keeps);
  }
}
