import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { defineJob, JobRegistry } from '@fubako/platform/jobs';
import { z } from 'zod';
import { DigestObject } from '../app/digest-object';
import { ThumbnailRows } from '../data/thumbnail-rows';

const HOUR_MS = 60 * 60 * 1000;
/** Some minutes of work: the lane is for others too. */
const AT_A_TIME = 200;
const makeUp = defineJob({ name: 'scans.make-up-thumbnails', payload: z.object({}), lane: 'heavy' });

/** What came in before there were thumbnails gets its own, the latest first (SCN-44). */
@Injectable()
export class ThumbnailDuty {
  constructor(jobs: JobRegistry, uow: UnitOfWork, rows: ThumbnailRows, digest: DigestObject) {
    jobs.handle(makeUp, async () => {
      for (const sha256 of await uow.read(() => rows.missing(AT_A_TIME))) await digest.run(sha256);
    });
    jobs.schedule({ name: 'scans.make-up-thumbnails', job: makeUp, payload: {}, when: { everyMs: HOUR_MS } });
  }
}
