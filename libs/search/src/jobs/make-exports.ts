import { Injectable } from '@nestjs/common';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { EventBus } from '@fubako/platform/outbox';
import { z } from 'zod';
import { Exports } from '../app/exports';
import { MakeExport } from '../app/make-export';
import { exportOrdered } from '../events';

export const expireExports = defineJob({ name: 'search.expire-exports', payload: z.strictObject({}) });

/** Exports are owed through the outbox, so that none is forgotten; few at once, so that they delay nobody. */
@Injectable()
export class MakeExports {
  constructor(bus: EventBus, jobs: JobRegistry, make: MakeExport, kept: Exports) {
    bus.later(exportOrdered, { name: 'search.export', heavy: true }, async ({ payload }, delivery) => {
      await make.run(payload.exportId);
      await delivery.complete(async () => {});
    });
    jobs.handle(expireExports, async () => {
      await kept.expire();
    });
    jobs.schedule({ name: 'search-expire-exports', job: expireExports, payload: {}, when: { everyMs: 15 * 60_000 } });
  }
}
