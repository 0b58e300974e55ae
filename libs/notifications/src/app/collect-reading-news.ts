import { Injectable } from '@nestjs/common';
import type { PostCode } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import { EventBus } from '@fubako/platform/outbox';
import { readingsDigested } from '@fubako/search/events';
import { NoticeRows } from '../data/notice-rows';

/** The weekly digest of privileged readings is told to whoever holds the post that the municipality names. */
@Injectable()
export class CollectReadingNews {
  constructor(rows: NoticeRows, charts: OrganisationCharts, bus: EventBus) {
    bus.later(readingsDigested, 'notifications.readings-digested', ({ id, payload }, delivery) =>
      delivery.complete(async () => {
        const chart = await charts.today();
        const holder = chart.holderOf(payload.postCode as PostCode);
        await rows.insert(
          id,
          (holder ? [holder.person] : []).map(({ staffNo }) => ({
            staffNo,
            subjectKind: 'readings',
            kind: 'readings_digested',
            documentId: payload.digestId,
            facts: { digest: { from: payload.from, lines: payload.lines } },
          })),
        );
      }),
    );
  }
}
