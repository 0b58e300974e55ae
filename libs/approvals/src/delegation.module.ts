import { Module } from '@nestjs/common';
import { DocumentsModule } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { CheckCoverage } from './app/check-coverage';
import { CheckDelegationTable } from './app/check-delegation-table';
import { DraftDelegationTable } from './app/draft-delegation-table';
import { PublishDelegationTable } from './app/publish-delegation-table';
import { PublishedRoutes } from './app/published-routes';
import { ReadCoverage } from './app/read-coverage';
import { ReadDelegationChoices } from './app/read-delegation-choices';
import { ReadDelegationTables } from './app/read-delegation-tables';
import { SimulateRoute } from './app/simulate-route';
import { TriedRules } from './app/tried-rules';
import { TryDelegationTable } from './app/try-delegation-table';
import { ApprovalsModule } from './approvals.module';
import { CoverageCheckRows } from './data/coverage-check-rows';
import { TriedCaseRows } from './data/tried-case-rows';
import { DelegationTablesController } from './http/delegation-tables.controller';
import { DelegationTrialsController } from './http/delegation-trials.controller';

/** Keeping the delegation table: versions, trials, and the proof that every route has its people. */
@Module({
  imports: [ApprovalsModule, DocumentsModule, LedgerModule, OrganisationModule],
  controllers: [DelegationTablesController, DelegationTrialsController],
  providers: [
    CheckCoverage,
    CheckDelegationTable,
    CoverageCheckRows,
    DraftDelegationTable,
    PublishDelegationTable,
    PublishedRoutes,
    ReadCoverage,
    ReadDelegationChoices,
    ReadDelegationTables,
    SimulateRoute,
    TriedCaseRows,
    TriedRules,
    TryDelegationTable,
  ],
  exports: [CheckCoverage, ReadCoverage],
})
export class DelegationModule {}
