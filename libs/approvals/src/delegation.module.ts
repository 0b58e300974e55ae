import { Injectable, Module } from '@nestjs/common';
import { DocumentsModule } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { EventBus } from '@fubako/platform/outbox';
import { CheckCoverage } from './app/check-coverage';
import { CheckDelegationTable } from './app/check-delegation-table';
import { EnactTable } from './app/enact-table';
import { ProposeDelegationTable } from './app/propose-delegation-table';
import { SettleTableDecisions } from './app/settle-table-decisions';
import { TableAudience } from './app/table-audience';
import { TableMatter } from './app/table-matter';
import { TableProposal } from './app/table-proposal';
import { DraftDelegationTable } from './app/draft-delegation-table';
import { ProposalMatter } from './app/proposal-matter';
import { PublishDelegationTable } from './app/publish-delegation-table';
import { PublishedRoutes } from './app/published-routes';
import { ReadCoverage } from './app/read-coverage';
import { ReadDelegationChoices } from './app/read-delegation-choices';
import { ReadDelegationTables } from './app/read-delegation-tables';
import { ReplanMatters } from './app/replan-matters';
import { RouteSettings } from './app/route-settings';
import { SimulateRoute } from './app/simulate-route';
import { TriedRules } from './app/tried-rules';
import { TryDelegationTable } from './app/try-delegation-table';
import { ApprovalsModule } from './approvals.module';
import { CoverageCheckRows } from './data/coverage-check-rows';
import { TriedCaseRows } from './data/tried-case-rows';
import { DefinitionsModule } from './definitions.module';
import { decided } from './events';
import { DelegationTablesController } from './http/delegation-tables.controller';
import { DelegationTrialsController } from './http/delegation-trials.controller';

/** A decision on a table publishes it in its own unit. */
@Injectable()
class TableDecisionDuty {
  constructor(bus: EventBus, settle: SettleTableDecisions) {
    bus.inUnit(decided, (events) => settle.decided(events.map(({ payload }) => payload)));
  }
}

/** Keeping the delegation table beside the definitions that it reads: versions, trials, and the proof that every route has its people. */
@Module({
  imports: [ApprovalsModule, DefinitionsModule, DocumentsModule, LedgerModule, OrganisationModule],
  controllers: [DelegationTablesController, DelegationTrialsController],
  providers: [
    CheckCoverage,
    CheckDelegationTable,
    CoverageCheckRows,
    DraftDelegationTable,
    EnactTable,
    ProposeDelegationTable,
    SettleTableDecisions,
    TableAudience,
    TableDecisionDuty,
    TableMatter,
    TableProposal,
    ProposalMatter,
    PublishDelegationTable,
    PublishedRoutes,
    ReadCoverage,
    ReadDelegationChoices,
    ReadDelegationTables,
    ReplanMatters,
    RouteSettings,
    SimulateRoute,
    TriedCaseRows,
    TriedRules,
    TryDelegationTable,
  ],
  exports: [CheckCoverage, ReadCoverage],
})
export class DelegationModule {}
