import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { z } from 'zod';
import { IndexRows } from '../data/index-rows';

export const settleKeys = defineJob({ name: 'search.settle-keys', payload: z.strictObject({}) });

/** Keys of new entries are brought into the index by the worker, so that acts need not wait for it (ADR 0023). */
@Injectable()
export class SettleKeys {
  constructor(jobs: JobRegistry, uow: UnitOfWork, rows: IndexRows) {
    jobs.handle(settleKeys, async () => {
      await uow.run(() => rows.settleKeys());
    });
    jobs.schedule({ name: 'search-settle-keys', job: settleKeys, payload: {}, when: { everyMs: 5_000 } });
  }
}
