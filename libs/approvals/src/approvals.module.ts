import { Module, type OnModuleInit } from '@nestjs/common';
import { DocumentsModule } from '@fubako/documents';
import { StepUpModule } from '@fubako/identity';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule, PackageSections } from '@fubako/organisation';
import { RenderingModule } from '@fubako/rendering';
import { ScansModule } from '@fubako/scans';
import { ActNews } from './app/act-news';
import { ActAftermath } from './app/act-aftermath';
import { ActOnDocument } from './app/act-on-document';
import { ApplyActs } from './app/apply-acts';
import { ActFactsReader } from './app/act-facts-reader';
import { BulkActs } from './app/bulk-acts';
import { BulkSelection } from './app/bulk-selection';
import { BulkViews } from './app/bulk-views';
import { CaseStateReader } from './app/case-state-reader';
import { DecisionProof } from './app/decision-proof';
import { DrawApprovalSheet } from './app/draw-approval-sheet';
import { DrawPaperCover } from './app/draw-paper-cover';
import { WriteEvidence } from './app/evidence/write-evidence';
import { PrintWithAttachments } from './app/print-with-attachments';
import { EnterRound } from './app/enter-round';
import { EraseOpinions } from './app/erase-opinions';
import { Inbox } from './app/inbox';
import { DueDates } from './app/due-dates';
import { IssueDecisionNumbers } from './app/issue-decision-numbers';
import { PreviewRoute } from './app/preview-route';
import { KeepInstruction } from './app/keep-instruction';
import { RecordInstruction } from './app/record-instruction';
import { ReviseOnTheWay } from './app/revise-on-the-way';
import { ReadApproval } from './app/read-approval';
import { RouteFactsReader } from './app/route-facts-reader';
import { SeatNews } from './app/seat-news';
import { SubmissionNews } from './app/submission-news';
import { WriteApproval } from './app/write-approval';
import { WriteDifferences } from './app/write-differences';
import { CaseCircumstances } from './app/case-circumstances';
import { RemindHolders } from './app/remind-holders';
import { ReminderFactsReader } from './app/reminder-facts-reader';
import { ReminderNews } from './app/reminder-news';
import { ReresolveSeats } from './app/reresolve-seats';
import { RoutePast } from './app/route-past';
import { SeatDepartures } from './app/seat-departures';
import { SeatSuccessors } from './app/seat-successors';
import { SettleSeats } from './app/settle-seats';
import { SentLetters } from './app/sent-letters';
import { SettledNews } from './app/settled-news';
import { RoundEntry } from './app/round-entry';
import { MakeEffective } from './app/make-effective';
import { SettleStaged } from './app/settle-staged';
import { ShowApproval } from './app/show-approval';
import { StagedAlarm } from './app/staged-alarm';
import { StagedGate } from './app/staged-gate';
import { StagedNews } from './app/staged-news';
import { TakeEffect } from './app/take-effect';
import { UndoStaged } from './app/undo-staged';
import { SubmitDocument } from './app/submit-document';
import { actTableFaults } from './core/act-table';
import { BulkOutcomeRows } from './data/bulk-outcome-rows';
import { CaseRows } from './data/case-rows';
import { CaseWriter } from './data/case-writer';
import { ChangeWriter } from './data/change-writer';
import { DecisionSeatRows } from './data/decision-seat-rows';
import { DelegationRows } from './data/delegation-rows';
import { InboxRows } from './data/inbox-rows';
import { OpenSeatRows } from './data/open-seat-rows';
import { PastRouteRows } from './data/past-route-rows';
import { ReminderRows } from './data/reminder-rows';
import { StagedRows } from './data/staged-rows';
import { SuccessionRows } from './data/succession-rows';
import { RuleSetRows } from './data/rule-set-rows';
import { ApprovalsController } from './http/approvals.controller';
import { StagedController } from './http/staged.controller';
import { InboxController } from './http/inbox.controller';
import { ReturnReasonsController } from './http/return-reasons.controller';
import { SheetsController } from './http/sheets.controller';
import { ApprovalsSections } from './package/approvals-sections';
import { ReportsModule } from './reports.module';

const rows = [
  DecisionSeatRows,
  ReminderRows,
  StagedRows,
  OpenSeatRows,
  PastRouteRows,
  SuccessionRows,
  BulkOutcomeRows,
  CaseRows,
  CaseWriter,
  ChangeWriter,
  DelegationRows,
  InboxRows,
  RuleSetRows,
];

@Module({
  imports: [
    DocumentsModule,
    LedgerModule,
    OrganisationModule,
    RenderingModule,
    ReportsModule,
    ScansModule,
    StepUpModule,
  ],
  controllers: [ApprovalsController, InboxController, ReturnReasonsController, SheetsController, StagedController],
  providers: [
    ...rows,
    ActAftermath,
    ActNews,
    ActOnDocument,
    ApplyActs,
    ApprovalsSections,
    BulkActs,
    BulkSelection,
    BulkViews,
    CaseStateReader,
    DecisionProof,
    DrawApprovalSheet,
    DrawPaperCover,
    PrintWithAttachments,
    WriteEvidence,
    EnterRound,
    EraseOpinions,
    Inbox,
    IssueDecisionNumbers,
    DueDates,
    PreviewRoute,
    KeepInstruction,
    RecordInstruction,
    ReviseOnTheWay,
    ReadApproval,
    CaseCircumstances,
    RemindHolders,
    ReminderFactsReader,
    ReminderNews,
    ReresolveSeats,
    RoundEntry,
    RouteFactsReader,
    RoutePast,
    SeatDepartures,
    SeatNews,
    SeatSuccessors,
    SettleSeats,
    SettledNews,
    SubmissionNews,
    WriteApproval,
    WriteDifferences,
    ActFactsReader,
    MakeEffective,
    SentLetters,
    SettleStaged,
    ShowApproval,
    StagedAlarm,
    StagedGate,
    StagedNews,
    SubmitDocument,
    TakeEffect,
    UndoStaged,
  ],
  exports: [
    RouteFactsReader,
    RuleSetRows,
    ActOnDocument,
    ApprovalsSections,
    BulkActs,
    CaseRows,
    DrawApprovalSheet,
    EraseOpinions,
    Inbox,
    PreviewRoute,
    ReadApproval,
    RemindHolders,
    ReresolveSeats,
    RoutePast,
    SentLetters,
    SettleStaged,
    SubmitDocument,
  ],
})
export class ApprovalsModule implements OnModuleInit {
  constructor(packages: PackageSections, sections: ApprovalsSections) {
    packages.add('approvals', sections.all);
  }

  /** A table of acts with a hole must not go into service. */
  onModuleInit(): void {
    const faults = actTableFaults();
    if (faults.length > 0) throw new Error(`The table of acts is not whole: ${faults.join('; ')}.`);
  }
}
