import { Injectable, Module } from '@nestjs/common';
import { z } from 'zod';
import { JobRegistry, defineJob } from '@fubako/platform/jobs';
import { EventBus } from '@fubako/platform/outbox';
import { AnnounceChanges } from './app/announce-changes';
import { municipalityImported } from './events';
import { OrganisationModule } from './organisation.module';

const announceChanges = defineJob({ name: 'organisation.announce-changes', payload: z.object({}) });

/** Looks every minute, so first at 00:00 in Japan; only the database's clock says whether a new day has begun. */
@Injectable()
class OrganisationDuties {
  constructor(jobs: JobRegistry, bus: EventBus, changes: AnnounceChanges) {
    jobs.handle(announceChanges, async () => {
      await changes.run();
    });
    jobs.schedule({
      name: 'organisation.announce-changes',
      job: announceChanges,
      payload: {},
      when: { cron: '* * * * *' },
    });
    bus.inUnit(municipalityImported, async () => {
      await changes.run();
    });
  }
}

/** What time does to the organisation; composed once, in the product. */
@Module({ imports: [OrganisationModule], providers: [OrganisationDuties] })
export class OrganisationDutiesModule {}
