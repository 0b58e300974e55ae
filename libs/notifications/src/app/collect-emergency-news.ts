import { Injectable } from '@nestjs/common';
import { emergencyAsked, emergencyOpened } from '@fubako/identity/events';
import type { PostCode, UnitCode } from '@fubako/kernel';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import { type Delivery, EventBus } from '@fubako/platform/outbox';
import { NoticeRows } from '../data/notice-rows';
import type { NoticeDraft } from './notice';

/** 緊急閲覧 (ID-23): those who may confirm hear that it is asked for, the manager outside of IT and the heads concerned that it is open. */
@Injectable()
export class CollectEmergencyNews {
  constructor(
    private readonly rows: NoticeRows,
    private readonly charts: OrganisationCharts,
    bus: EventBus,
  ) {
    bus.later(emergencyAsked, 'notifications.emergency-asked', ({ id, payload }, delivery) =>
      this.keep({ id, delivery }, confirmersIn, {
        kind: 'emergency_asked',
        documentId: payload.emergencyId,
        facts: { emergency: { asker: payload.askerName } },
      }),
    );
    bus.later(emergencyOpened, 'notifications.emergency-opened', ({ id, payload }, delivery) =>
      this.keep({ id, delivery }, (chart) => watchersIn(chart, payload), {
        kind: 'emergency_opened',
        documentId: payload.emergencyId,
        facts: { emergency: { asker: payload.askerName, until: payload.until } },
      }),
    );
  }

  private keep(
    { id, delivery }: { id: string; delivery: Delivery },
    toldIn: (chart: OrganisationChart) => readonly string[],
    about: Omit<NoticeDraft, 'staffNo' | 'subjectKind'>,
  ): Promise<void> {
    return delivery.complete(async () => {
      const told = new Set(toldIn(await this.charts.today()));
      await this.rows.insert(
        id,
        [...told].map((staffNo) => ({ staffNo, subjectKind: 'emergency', ...about })),
      );
    });
  }
}

function confirmersIn(chart: OrganisationChart): string[] {
  const people = chart.people().map(({ staffNo }) => staffNo);
  return people.filter((staffNo) => chart.rolesOf(staffNo).some(({ role }) => role === 'emergency_confirmer'));
}

/** The holder of the post that reviews readings, and for each section its head, or whoever stands over it next. */
function watchersIn(
  chart: OrganisationChart,
  { reviewPost, unitCodes }: { reviewPost: string | null; unitCodes: readonly string[] },
): string[] {
  const reviewer = reviewPost === null ? null : chart.holderOf(reviewPost as PostCode);
  const heads = unitCodes.map((code) => chart.headsUpward(code as UnitCode).find(({ holder }) => holder)?.holder);
  return [reviewer, ...heads].flatMap((holder) => (holder ? [holder.person.staffNo as string] : []));
}
