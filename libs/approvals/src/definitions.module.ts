import { Injectable, Module } from '@nestjs/common';
import { DocumentsModule } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { EventBus } from '@fubako/platform/outbox';
import { DefinitionDesk } from './app/definitions/definition-desk';
import { DefinitionsAround } from './app/definitions/definitions-around';
import { DraftDefinition } from './app/definitions/draft-definition';
import { FormDefinitions } from './app/definitions/form-definitions';
import { MatterTypeDefinitions } from './app/definitions/matter-type-definitions';
import { ProposeDefinition } from './app/definitions/propose-definition';
import { ReadDefinitions } from './app/definitions/read-definitions';
import { SettleDefinitionDecisions } from './app/definitions/settle-definition-decisions';
import { ProposalMatter } from './app/proposal-matter';
import { ApprovalsModule } from './approvals.module';
import { DefinitionDraftRows } from './data/definitions/definition-draft-rows';
import { decided } from './events';
import { DefinitionDraftsController } from './http/definitions/definition-drafts.controller';
import { DefinitionsController } from './http/definitions/definitions.controller';

/** A decision on a form or matter type publishes it in its own unit. */
@Injectable()
class DefinitionDecisionDuty {
  constructor(bus: EventBus, settle: SettleDefinitionDecisions) {
    bus.inUnit(decided, (events) => settle.decided(events.map(({ payload }) => payload)));
  }
}

/** Keeping forms and matter types: drafts, the decision on them, and their versions. */
@Module({
  imports: [ApprovalsModule, DocumentsModule, LedgerModule, OrganisationModule],
  controllers: [DefinitionDraftsController, DefinitionsController],
  providers: [
    DefinitionDecisionDuty,
    DefinitionDesk,
    DefinitionDraftRows,
    DefinitionsAround,
    DraftDefinition,
    FormDefinitions,
    MatterTypeDefinitions,
    ProposalMatter,
    ProposeDefinition,
    ReadDefinitions,
    SettleDefinitionDecisions,
  ],
})
export class DefinitionsModule {}
