import { Module } from '@nestjs/common';
import { IdentityModule } from '@fubako/identity';
import { OrganisationModule } from '@fubako/organisation';
import { KeepSavedViews } from './app/keep-saved-views';
import { LiveInbox } from './app/live-inbox';
import { ApprovalsModule } from './approvals.module';
import { SavedViewRows } from './data/saved-view-rows';
import { InboxEventsController } from './http/inbox-events.controller';
import { SavedViewsController } from './http/saved-views.controller';

/** What stands beside the inbox: news of it while it is open, and its saved views. */
@Module({
  imports: [ApprovalsModule, IdentityModule, OrganisationModule],
  controllers: [InboxEventsController, SavedViewsController],
  providers: [KeepSavedViews, LiveInbox, SavedViewRows],
  exports: [LiveInbox],
})
export class LiveInboxModule {}
