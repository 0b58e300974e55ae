import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { SweepRecords } from './app/keeping/sweep-records';
import { KeepingModule } from './keeping.module';
import { PastModule } from './past.module';
import { RulesModule } from './rules.module';

const sweepRecords = defineJob({ name: 'records.sweep', payload: z.object({}) });

@Injectable()
class SweepDuty {
  constructor(jobs: JobRegistry, sweep: SweepRecords) {
    jobs.handle(sweepRecords, async () => {
      await sweep.run();
    });
    jobs.schedule({ name: 'records.sweep', job: sweepRecords, payload: {}, when: { cron: '30 1 * * *' } });
  }
}

/** What the night brings, and rules that files follow; composed once, in the product. */
@Module({ imports: [KeepingModule, PastModule, RulesModule], providers: [SweepDuty] })
export class KeepingDutiesModule {}
