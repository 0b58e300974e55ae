import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { RollOverYear } from './app/years/roll-over-year';
import { YearsModule } from './years.module';

const rollOver = defineJob({ name: 'records.roll-over', payload: z.object({}) });

/** Looks every minute, so first at 00:00 on 1 April; after a standstill, as soon as the worker is back. */
@Injectable()
class YearDuties {
  constructor(jobs: JobRegistry, year: RollOverYear) {
    jobs.handle(rollOver, async () => {
      await year.run();
    });
    jobs.schedule({ name: 'records.roll-over', job: rollOver, payload: {}, when: { cron: '* * * * *' } });
  }
}

/** What the turn of the year does to files; composed once, in the product. */
@Module({ imports: [YearsModule], providers: [YearDuties] })
export class YearDutiesModule {}
