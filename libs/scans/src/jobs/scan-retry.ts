import { Injectable } from '@nestjs/common';
import { defineJob, JobRegistry } from '@fubako/platform/jobs';
import { z } from 'zod';
import { ScanWaiting } from '../app/scan-waiting';

const MINUTE_MS = 60_000;
const scanWaiting = defineJob({ name: 'scans.scan-waiting', payload: z.object({}), lane: 'heavy' });

/** What waits for the virus scanner is shown to it again every minute (SCN-32). */
@Injectable()
export class ScanRetry {
  constructor(jobs: JobRegistry, waiting: ScanWaiting) {
    jobs.handle(scanWaiting, async () => {
      await waiting.run();
    });
    jobs.schedule({ name: 'scans.scan-waiting', job: scanWaiting, payload: {}, when: { everyMs: MINUTE_MS } });
  }
}
