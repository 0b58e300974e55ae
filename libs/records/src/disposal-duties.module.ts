import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { ListExpired } from './app/disposal/list-expired';
import { SeeTheDay } from './app/disposal/see-the-day';
import { DisposalModule } from './disposal.module';

const listExpired = defineJob({ name: 'records.list-expired', payload: z.object({}) });

/** Every day is seen to pass; what has expired by then is listed, on 1 April above all. A missed day is made up for by the next. */
@Injectable()
class ExpiryDuties {
  constructor(jobs: JobRegistry, days: SeeTheDay, expired: ListExpired) {
    jobs.handle(listExpired, async () => {
      if (await days.run()) await expired.run();
    });
    jobs.schedule({ name: 'records.list-expired', job: listExpired, payload: {}, when: { cron: '20 0,6,12 * * *' } });
  }
}

/** What time does to the archive; composed once, in the product. */
@Module({ imports: [DisposalModule], providers: [ExpiryDuties] })
export class DisposalDutiesModule {}
