import { type DynamicModule, Module } from '@nestjs/common';
import { ApprovalsDutiesModule, ApprovalsModule, DelegationModule, LiveInboxModule } from '@fubako/approvals';
import { DocumentsDutiesModule, DocumentsModule } from '@fubako/documents';
import { ExecutionModule } from '@fubako/execution';
import { IdentityModule } from '@fubako/identity';
import { IntakeModule } from '@fubako/intake';
import { LedgerDutiesModule, LedgerModule } from '@fubako/ledger';
import { NotificationsModule } from '@fubako/notifications';
import { OrganisationDutiesModule, OrganisationModule } from '@fubako/organisation';
import { ConfigModule, type Settings } from '@fubako/platform/config';
import { type Clock, DatabaseModule } from '@fubako/platform/database';
import { HousekeepingModule } from '@fubako/platform/housekeeping';
import { JobsModule } from '@fubako/platform/jobs';
import { ObjectStoreModule } from '@fubako/platform/object-store';
import { ObservabilityModule } from '@fubako/platform/observability';
import { OutboxModule } from '@fubako/platform/outbox';
import {
  DisposalDutiesModule,
  DisposalModule,
  TransferModule,
  KeepingDutiesModule,
  KeepingModule,
  RecordsModule,
  YearDutiesModule,
} from '@fubako/records';
import { ScansModule } from '@fubako/scans';
import { SearchModule } from '@fubako/search';

/** The libs of the product, composed once for API, worker and operator commands: each process hears the same news. */
@Module({})
export class ProductModule {
  /** @param clock another clock than the database's: tests, and the past of the sample town */
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: ProductModule,
      imports: [
        ConfigModule.with(settings),
        clock ? DatabaseModule.withClock(clock) : DatabaseModule,
        ObservabilityModule,
        OutboxModule,
        JobsModule,
        HousekeepingModule,
        ObjectStoreModule,
        LedgerModule,
        LedgerDutiesModule,
        OrganisationModule,
        OrganisationDutiesModule,
        IdentityModule,
        ScansModule,
        DocumentsModule,
        DocumentsDutiesModule,
        ApprovalsModule,
        ApprovalsDutiesModule,
        DelegationModule,
        LiveInboxModule,
        ExecutionModule,
        DisposalDutiesModule,
        DisposalModule,
        TransferModule,
        RecordsModule,
        YearDutiesModule,
        KeepingModule,
        KeepingDutiesModule,
        SearchModule,
        NotificationsModule,
        IntakeModule,
      ],
      exports: [
        OrganisationModule,
        IdentityModule,
        LedgerModule,
        ScansModule,
        DocumentsModule,
        ApprovalsModule,
        ExecutionModule,
        RecordsModule,
        KeepingModule,
        SearchModule,
        IntakeModule,
      ],
    };
  }
}
