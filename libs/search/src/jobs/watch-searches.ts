import { Injectable } from '@nestjs/common';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { z } from 'zod';
import { TellMatches } from '../app/tell-matches';

export const watchSearches = defineJob({ name: 'search.watch', payload: z.strictObject({}) });

/** Subscriptions are asked every minute about what has changed since. */
@Injectable()
export class WatchSearches {
  constructor(jobs: JobRegistry, tell: TellMatches) {
    jobs.handle(watchSearches, async () => {
      await tell.run();
    });
    jobs.schedule({ name: 'search-watch', job: watchSearches, payload: {}, when: { everyMs: 60_000 } });
  }
}
