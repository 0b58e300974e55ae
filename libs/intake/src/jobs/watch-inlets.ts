import { Injectable } from '@nestjs/common';
import { defineJob, JobRegistry } from '@fubako/platform/jobs';
import { z } from 'zod';
import { LookIntoInlets } from '../app/look-into-inlets';

const LOOK_EVERY_MS = 20_000;
const lookIntoInlets = defineJob({ name: 'intake.look-into-inlets', payload: z.object({}), lane: 'heavy' });

/** The worker looks into the inlets every twenty seconds; where none are set, it has nothing to look into. */
@Injectable()
export class WatchInlets {
  constructor(jobs: JobRegistry, look: LookIntoInlets) {
    jobs.handle(lookIntoInlets, async () => {
      await look.run();
    });
    const when = { everyMs: LOOK_EVERY_MS };
    jobs.schedule({ name: 'intake.look-into-inlets', job: lookIntoInlets, payload: {}, when });
  }
}
