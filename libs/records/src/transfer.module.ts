import { Injectable, Module } from '@nestjs/common';
import { ApprovalsModule } from '@fubako/approvals';
import { DocumentsModule } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { EventBus } from '@fubako/platform/outbox';
import { RenderingModule } from '@fubako/rendering';
import { ScansModule } from '@fubako/scans';
import { MakeTransferPackage } from './app/transfer/make-transfer-package';
import { PackFile } from './app/transfer/pack-file';
import { PackageInventory } from './app/transfer/package-inventory';
import { TakeTransferPackage } from './app/transfer/take-transfer-package';
import { TransferPackages } from './app/transfer/transfer-packages';
import { PackageRows } from './data/transfer/package-rows';
import { DisposalModule } from './disposal.module';
import { transferPackageOrdered } from './events';
import { TransferPackagesController } from './http/transfer/transfer-packages.controller';
import { RecordsModule } from './records.module';

/** Packages are owed through the outbox, so that none is forgotten; few at once, so that they delay nobody. */
@Injectable()
class TransferDuty {
  constructor(bus: EventBus, make: MakeTransferPackage) {
    bus.later(
      transferPackageOrdered,
      { name: 'records.transfer-package', heavy: true },
      async ({ payload }, delivery) => {
        await make.run(payload.packageId);
        await delivery.complete(() => Promise.resolve());
      },
    );
  }
}

/** 移管資料: what goes to the archives, as one file. */
@Module({
  imports: [
    ApprovalsModule,
    DisposalModule,
    DocumentsModule,
    LedgerModule,
    OrganisationModule,
    RecordsModule,
    RenderingModule,
    ScansModule,
  ],
  controllers: [TransferPackagesController],
  providers: [
    MakeTransferPackage,
    PackFile,
    PackageInventory,
    PackageRows,
    TakeTransferPackage,
    TransferDuty,
    TransferPackages,
  ],
})
export class TransferModule {}
