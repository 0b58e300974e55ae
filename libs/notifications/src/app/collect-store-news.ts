import { Injectable } from '@nestjs/common';
import { OrganisationCharts } from '@fubako/organisation';
import { type Delivery, EventBus } from '@fubako/platform/outbox';
import { locksDrifted, objectsDamaged, type SendingRefused, sendingRefused } from '@fubako/scans/events';
import { NoticeRows } from '../data/notice-rows';
import type { NoticeDraft } from './notice';

/** What is wrong in the object store is told to those who keep the system; what was refused after it had waited, to its sender. */
@Injectable()
export class CollectStoreNews {
  constructor(
    private readonly rows: NoticeRows,
    private readonly charts: OrganisationCharts,
    bus: EventBus,
  ) {
    bus.later(objectsDamaged, 'notifications.objects-damaged', ({ id, payload: { count, first } }, delivery) =>
      this.keep(id, delivery, {
        kind: 'objects_damaged',
        documentId: first.findingId,
        facts: { objects: { count, first: first.sha256 } },
      }),
    );
    bus.later(locksDrifted, 'notifications.locks-drifted', ({ id, payload: { count, first } }, delivery) =>
      this.keep(id, delivery, {
        kind: 'locks_drifted',
        documentId: id,
        facts: { objects: { count, first: first.sha256 } },
      }),
    );
    bus.later(sendingRefused, 'notifications.sending-refused', ({ id, payload }, delivery) =>
      delivery.complete(() => rows.insert(id, [newsOfRefusal(payload)])),
    );
  }

  private keep(
    eventId: string,
    delivery: Delivery,
    about: Omit<NoticeDraft, 'staffNo' | 'subjectKind'>,
  ): Promise<void> {
    return delivery.complete(async () => {
      const chart = await this.charts.today();
      const administrators = chart
        .people()
        .map(({ staffNo }) => staffNo)
        .filter((staffNo) => chart.rolesOf(staffNo).some(({ role }) => role === 'system_admin'));
      await this.rows.insert(
        eventId,
        administrators.map((staffNo) => ({ staffNo, subjectKind: 'object', ...about })),
      );
    });
  }
}

/** 検査待ち that ended in a refusal: by the name that its sender gave the file. */
function newsOfRefusal({ sendingId, staffNo, fileName, refusal }: SendingRefused): NoticeDraft {
  return {
    staffNo,
    kind: 'sending_refused',
    subjectKind: 'sending',
    documentId: sendingId,
    facts: { title: fileName, refusal },
  };
}
