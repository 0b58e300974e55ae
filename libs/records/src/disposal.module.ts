import { Injectable, Module } from '@nestjs/common';
import { ApprovalsModule } from '@fubako/approvals';
import { decided, rejected } from '@fubako/approvals/events';
import { DocumentsModule } from '@fubako/documents';
import { ExecutionModule } from '@fubako/execution';
import { LedgerModule, WitnessModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { RenderingModule } from '@fubako/rendering';
import { ScansModule } from '@fubako/scans';
import { BatchDesk } from './app/disposal/batch-desk';
import { BatchViews } from './app/disposal/batch-views';
import { BelievedClock } from './app/disposal/believed-clock';
import { ChooseMeasures, FollowProposals } from './app/disposal/choose-measures';
import { DestroyFile } from './app/disposal/destroy-file';
import { DisposalLock } from './app/disposal/disposal-lock';
import { DisposalGuards } from './app/disposal/disposal-guards';
import { DisposalRights } from './app/disposal/disposal-rights';
import { DrawCertificate } from './app/disposal/draw-certificate';
import { DrawInventory } from './app/disposal/draw-inventory';
import { DrawRegister } from './app/disposal/draw-register';
import { EnterRegister } from './app/disposal/enter-register';
import { EraseFile } from './app/disposal/erase-file';
import { ExecuteDisposal } from './app/disposal/execute-disposal';
import { ExtendDecidedFiles } from './app/disposal/extend-decided-files';
import { HeldFiles } from './app/disposal/held-files';
import { LastLook } from './app/disposal/last-look';
import { ImportantFiles } from './app/disposal/important-files';
import { InvolvedPeople } from './app/disposal/involved-people';
import { ListExpired } from './app/disposal/list-expired';
import { DraftDecision } from './app/disposal/draft-decision';
import { ProposeDecision } from './app/disposal/propose-decision';
import { FileContents } from './app/disposal/file-contents';
import { ReadBatches } from './app/disposal/read-batches';
import { ReadRegister } from './app/disposal/read-register';
import { ReceiveTransfer } from './app/disposal/receive-transfer';
import { ReviewBatch } from './app/disposal/review-batch';
import { HostClock, SeeTheDay } from './app/disposal/see-the-day';
import { SettleDecisions } from './app/disposal/settle-decisions';
import { SplitItem } from './app/disposal/split-item';
import { ConfirmVolume, StartDisposal } from './app/disposal/start-disposal';
import { SubmissionNotes } from './app/disposal/submission-notes';
import { SubmitBatch } from './app/disposal/submit-batch';
import { TransferFile } from './app/disposal/transfer-file';
import { UsualVolume } from './app/disposal/usual-volume';
import { VerifyDisposals } from './app/disposal/verify-disposals';
import { BatchRows } from './data/disposal/batch-rows';
import { EntryRows } from './data/disposal/entry-rows';
import { ExpiredRows } from './data/disposal/expired-rows';
import { InventoryRows } from './data/disposal/inventory-rows';
import { ItemRows } from './data/disposal/item-rows';
import { ReleaseRows } from './data/disposal/release-rows';
import { VerifyRows } from './data/disposal/verify-rows';
import { WitnessRows } from './data/disposal/witness-rows';
import { disposalStarted } from './events';
import { DisposalBatchesController } from './http/disposal/disposal-batches.controller';
import { DisposalLockController } from './http/disposal/disposal-lock.controller';
import { DisposalPapersController } from './http/disposal/disposal-papers.controller';
import { DisposalStepsController } from './http/disposal/disposal-steps.controller';
import { SubstitutesController } from './http/paper/substitutes.controller';
import { PaperModule } from './paper.module';
import { RecordsModule } from './records.module';

/** Decisions settle their batches in the deciding unit; what was ordered is destroyed by the worker. */
@Injectable()
class DisposalDuty {
  constructor(bus: EventBus, uow: UnitOfWork, settle: SettleDecisions, execute: ExecuteDisposal) {
    bus.inUnit(decided, (events) => settle.decided(events.map(({ payload }) => payload)));
    bus.inUnit(rejected, async (events) =>
      settle.rejected(
        events.map(({ payload }) => payload.documentId),
        await uow.now(),
      ),
    );
    bus.later(disposalStarted, { name: 'records.execute-disposal', heavy: true }, async ({ payload }, delivery) => {
      await execute.run(payload.batchId);
      await delivery.complete(() => Promise.resolve());
    });
  }
}

const rows = [BatchRows, EntryRows, ExpiredRows, InventoryRows, ItemRows, ReleaseRows, VerifyRows, WitnessRows];
const guards = [
  BelievedClock,
  DisposalGuards,
  DisposalLock,
  DisposalRights,
  HeldFiles,
  InvolvedPeople,
  LastLook,
  UsualVolume,
];
const steps = [
  ChooseMeasures,
  ConfirmVolume,
  DraftDecision,
  FollowProposals,
  ListExpired,
  ProposeDecision,
  ReceiveTransfer,
  ReviewBatch,
  SeeTheDay,
  SettleDecisions,
  SplitItem,
  StartDisposal,
  SubmissionNotes,
  SubmitBatch,
];
const execution = [DestroyFile, EnterRegister, EraseFile, ExecuteDisposal, ExtendDecidedFiles, TransferFile];

/** 廃棄・移管: from the list of what has expired to the certificate. */
@Module({
  imports: [
    ApprovalsModule,
    DocumentsModule,
    ExecutionModule,
    LedgerModule,
    OrganisationModule,
    PaperModule,
    RecordsModule,
    RenderingModule,
    ScansModule,
    WitnessModule,
  ],
  controllers: [
    DisposalBatchesController,
    DisposalLockController,
    DisposalPapersController,
    DisposalStepsController,
    SubstitutesController,
  ],
  providers: [
    ...rows,
    ...guards,
    ...steps,
    ...execution,
    BatchDesk,
    BatchViews,
    DisposalDuty,
    DrawCertificate,
    DrawInventory,
    DrawRegister,
    FileContents,
    HostClock,
    ImportantFiles,
    ReadBatches,
    ReadRegister,
    VerifyDisposals,
  ],
  exports: [
    BatchDesk,
    BelievedClock,
    DisposalLock,
    DrawInventory,
    ExecuteDisposal,
    HostClock,
    InventoryRows,
    ListExpired,
    SeeTheDay,
    VerifyDisposals,
  ],
})
export class DisposalModule {}
