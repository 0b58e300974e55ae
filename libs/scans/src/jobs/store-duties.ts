import { Injectable } from '@nestjs/common';
import { defineJob, JobRegistry } from '@fubako/platform/jobs';
import { z } from 'zod';
import { CheckFixity } from '../app/check-fixity';
import { LockObjects } from '../app/lock-objects';
import { RemoveReleased } from '../app/remove-released';
import { SweepLeftovers } from '../app/sweep-leftovers';
import { SweepQuarantine } from '../app/sweep-quarantine';

const HOUR_MS = 60 * 60 * 1000;
const sweepQuarantine = defineJob({ name: 'scans.sweep-quarantine', payload: z.object({}) });
const checkFixity = defineJob({ name: 'scans.check-fixity', payload: z.object({}), lane: 'heavy' });
const guardStore = defineJob({ name: 'scans.guard-store', payload: z.object({}), lane: 'heavy' });

/** What the worker does for the store by the clock. */
@Injectable()
export class StoreDuties {
  constructor(
    jobs: JobRegistry,
    quarantine: SweepQuarantine,
    leftovers: SweepLeftovers,
    removal: RemoveReleased,
    locks: LockObjects,
    fixity: CheckFixity,
  ) {
    jobs.handle(sweepQuarantine, async () => {
      await quarantine.run();
      if (!(await removal.standsStill())) await leftovers.run();
    });
    jobs.handle(guardStore, async () => {
      await removal.runOwed();
      await locks.reconcile();
    });
    jobs.handle(checkFixity, async () => {
      await fixity.run();
    });
    jobs.schedule({ name: 'scans.sweep-quarantine', job: sweepQuarantine, payload: {}, when: { everyMs: HOUR_MS } });
    jobs.schedule({ name: 'scans.guard-store', job: guardStore, payload: {}, when: { cron: '10 2 * * *' } });
    jobs.schedule({ name: 'scans.check-fixity', job: checkFixity, payload: {}, when: { cron: '30 2 * * *' } });
  }
}
