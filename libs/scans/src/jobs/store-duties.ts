import { Injectable } from '@nestjs/common';
import { defineJob, JobRegistry } from '@fubako/platform/jobs';
import { z } from 'zod';
import { LockObjects } from '../app/lock-objects';
import { RemoveReleased } from '../app/remove-released';
import { SweepQuarantine } from '../app/sweep-quarantine';

const HOUR_MS = 60 * 60 * 1000;
const sweepQuarantine = defineJob({ name: 'scans.sweep-quarantine', payload: z.object({}) });
const guardStore = defineJob({ name: 'scans.guard-store', payload: z.object({}), lane: 'heavy' });

/** What the worker does for the store by the clock. */
@Injectable()
export class StoreDuties {
  constructor(jobs: JobRegistry, sweep: SweepQuarantine, removal: RemoveReleased, locks: LockObjects) {
    jobs.handle(sweepQuarantine, async () => {
      await sweep.run();
    });
    jobs.handle(guardStore, async () => {
      await removal.runOwed();
      await locks.reconcile();
    });
    jobs.schedule({ name: 'scans.sweep-quarantine', job: sweepQuarantine, payload: {}, when: { everyMs: HOUR_MS } });
    jobs.schedule({ name: 'scans.guard-store', job: guardStore, payload: {}, when: { cron: '10 2 * * *' } });
  }
}
