import { Injectable } from '@nestjs/common';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { z } from 'zod';
import { DigestReadings } from '../app/readings/digest-readings';

export const digestReadings = defineJob({ name: 'search.digest-readings', payload: z.strictObject({}) });

/** Every morning, so that a Monday on which the worker stood still is made up for. */
@Injectable()
export class DigestReadingsWeekly {
  constructor(jobs: JobRegistry, digest: DigestReadings) {
    jobs.handle(digestReadings, async () => {
      await digest.run();
    });
    jobs.schedule({ name: 'search.digest-readings', job: digestReadings, payload: {}, when: { cron: '40 6 * * *' } });
  }
}
