import { Injectable, Logger } from '@nestjs/common';
import {
  type ParticipantsInformed,
  type SeatsOpened,
  decided,
  holderReminded,
  participantsInformed,
  rejected,
  returned,
  type RouteGapsFound,
  routeGapsFound,
  seatsClosed,
  seatsOpened,
} from '@fubako/approvals/events';
import { OrganisationCharts } from '@fubako/organisation';
import { type Delivery, type DomainEvent, EventBus } from '@fubako/platform/outbox';
import { type LoanOverdue, type SweepFound, loanOverdue, sweepFound } from '@fubako/records/events';
import { type SearchMatched, searchMatched } from '@fubako/search/events';
import { NoticeRows } from '../data/notice-rows';
import { newsOfClosing, newsOfConcern, newsOfDecision, newsOfReminder, newsOfSeats } from './news-of-approvals';
import type { NoticeDraft } from './notice';

/** Who answers for matters at vacant posts (RULE-102), for the whole municipality or for the section of the matter. */
const KEEPERS: readonly string[] = ['records_officer', 'records_clerk', 'deputy_records_clerk'];

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
    bus.later(seatsClosed, 'notifications.seats-closed', ({ payload }, delivery) =>
      delivery.complete(() => this.rows.settle(payload.documentId, payload.seats)),
    );
    bus.later(participantsInformed, 'notifications.participants-informed', (event, delivery) =>
      this.keepConcern(event, delivery),
    );
    bus.later(holderReminded, 'notifications.holder-reminded', (event, delivery) =>
      this.keep(event, delivery, newsOfReminder(event.payload)),
    );
    bus.later(routeGapsFound, 'notifications.route-gaps', (event, delivery) => this.keepGaps(event, delivery));
    bus.later(sweepFound, 'notifications.records-findings', (event, delivery) => this.keepFindings(event, delivery));
    bus.later(loanOverdue, 'notifications.loan-overdue', (event, delivery) =>
      this.keep(event, delivery, [newsOfLoan(event.payload)]),
    );
    bus.later(searchMatched, 'notifications.search-matched', (event, delivery) =>
      this.keep(event, delivery, [newsOfMatch(event.payload)]),
    );
  }

  private keep(event: DomainEvent, delivery: Delivery, drafts: readonly NoticeDraft[]): Promise<void> {
    return delivery.complete(() => this.rows.insert(event.id, drafts));
  }

  private keepSeats(event: DomainEvent<SeatsOpened>, delivery: Delivery): Promise<void> {
    return delivery.complete(async () => {
      const vacant = event.payload.seats.some(({ staffNo }) => staffNo === null);
      const keepers = vacant ? await this.holders(KEEPERS, event.payload.section ?? null) : [];
      if (vacant && keepers.length === 0)
        this.logger.warn({
          message: 'a matter waits at a vacant post and nobody holds a records role',
          event: event.id,
        });
      await this.rows.insert(event.id, newsOfSeats(event.payload, keepers));
    });
  }

  private keepConcern(event: DomainEvent<ParticipantsInformed>, delivery: Delivery): Promise<void> {
    return delivery.complete(async () => {
      const office = event.payload.recordsOffice ? await this.holders(['records_officer'], null) : [];
      await this.rows.insert(event.id, newsOfConcern(event.payload, office));
    });
  }

  private keepGaps(event: DomainEvent<RouteGapsFound>, delivery: Delivery): Promise<void> {
    return delivery.complete(async () => {
      const keepers = await this.holders(['records_officer', 'org_admin'], null);
      const { checkId, gaps, first } = event.payload;
      const facts = { gaps: { count: gaps, first } };
      await this.rows.insert(
        event.id,
        keepers.map((staffNo) => ({
          staffNo,
          kind: 'route_gaps',
          subjectKind: 'coverage',
          documentId: checkId,
          facts,
        })),
      );
    });
  }

  /** RULE-90: the records office hears of every finding once, a night's findings in one notice. */
  private keepFindings(event: DomainEvent<SweepFound>, delivery: Delivery): Promise<void> {
    return delivery.complete(async () => {
      const { fresh, first } = event.payload;
      if (!first) return;
      const facts = { findings: { count: fresh, first: first.title } };
      const office = await this.holders(['records_officer'], null);
      const about = { kind: 'records_findings', subjectKind: 'finding', documentId: first.id, facts } as const;
      await this.rows.insert(
        event.id,
        office.map((staffNo) => ({ staffNo, ...about })),
      );
    });
  }

  /** Who has one of the roles for the whole municipality, or for this section. */
  private async holders(roles: readonly string[], section: string | null): Promise<string[]> {
    const chart = await this.charts.today();
    const people = chart.people().map(({ staffNo }) => staffNo);
    return people.filter((staffNo) =>
      chart
        .rolesOf(staffNo)
        .some(({ role, unitCode }) => roles.includes(role) && (unitCode === null || unitCode === section)),
    );
  }
}

/** LOAN-3 督促: the borrower is told, and led to the file. */
function newsOfLoan({ borrower, fileId, title, dueOn }: LoanOverdue): NoticeDraft {
  return {
    staffNo: borrower,
    kind: 'loan_overdue',
    subjectKind: 'record-file',
    documentId: fileId,
    facts: { title, day: dueOn },
  };
}

/** 新着: in the words of the search; the title was the subscriber's to read when it was found. */
function newsOfMatch({ staffNo, kind: subjectKind, documentId, title, searchName, more }: SearchMatched): NoticeDraft {
  const about = { ...(subjectKind && { subjectKind }), documentId };
  return { staffNo, kind: 'search_matched', ...about, facts: { title, search: { name: searchName, more } } };
}
