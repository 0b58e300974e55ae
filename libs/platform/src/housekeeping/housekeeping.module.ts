import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import { JobRegistry, defineJob } from '../jobs';
import { PruneTraces } from './prune-traces';

const DAY_MS = 24 * 60 * 60 * 1000;
const pruneTraces = defineJob({ name: 'platform.prune-traces', payload: z.object({}) });

@Injectable()
class HousekeepingDuties {
  constructor(jobs: JobRegistry, prune: PruneTraces) {
    jobs.handle(pruneTraces, async () => {
      await prune.run();
    });
    jobs.schedule({ name: 'platform.prune-traces', job: pruneTraces, payload: {}, when: { everyMs: DAY_MS } });
  }
}

/** What a process floor tidies away by itself, once a day. */
@Module({ providers: [HousekeepingDuties, PruneTraces], exports: [PruneTraces] })
export class HousekeepingModule {}
