import { Injectable, Module } from '@nestjs/common';
import { localDate } from '@fubako/kernel';
import { organisationChanged } from '@fubako/organisation/events';
import { EventBus } from '@fubako/platform/outbox';
import { FollowFunctions } from './app/follow-functions';
import { LeaveDrafts } from './app/leave-drafts';
import { DocumentsModule } from './documents.module';

/** A new day of the organisation: documents go where their functions went, then drafts stay where their drafters left them. */
@Injectable()
class DocumentDuties {
  constructor(bus: EventBus, functions: FollowFunctions, drafts: LeaveDrafts) {
    bus.later(organisationChanged, 'documents.organisation-changed', async ({ payload }, delivery) => {
      await functions.run(localDate(payload.since));
      await drafts.run();
      await delivery.complete(async () => {});
    });
  }
}

/** What the organisation does to documents; composed once, in the product. */
@Module({ imports: [DocumentsModule], providers: [DocumentDuties] })
export class DocumentsDutiesModule {}
