import { Injectable } from '@nestjs/common';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { z } from 'zod';
import { RenewIndex } from '../app/renew-index';

export const renewIndex = defineJob({ name: 'search.renew-index', payload: z.strictObject({}) });

/** After an upgrade the index is written anew without anybody asking for it. */
@Injectable()
export class KeepIndexOfThisMake {
  constructor(jobs: JobRegistry, renew: RenewIndex) {
    jobs.handle(renewIndex, () => renew.run());
    jobs.schedule({ name: 'search-renew-index', job: renewIndex, payload: {}, when: { everyMs: 60_000 } });
  }
}
