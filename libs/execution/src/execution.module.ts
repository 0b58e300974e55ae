import { Module } from '@nestjs/common';
import { ApprovalsModule } from '@fubako/approvals';
import { DocumentsModule } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { RenderingModule } from '@fubako/rendering';
import { AddFormality } from './app/add-formality';
import { ApplySeal } from './app/apply-seal';
import { CollateCopy } from './app/collate-copy';
import { Completion } from './app/completion';
import { DispatchLetter } from './app/dispatch-letter';
import { DrawCleanCopy } from './app/draw-clean-copy';
import { EraseCopies } from './app/erase-copies';
import { ExecutingRights } from './app/executing-rights';
import { ExecutionDesk } from './app/execution-desk';
import { ExecutionRegister } from './app/execution-register';
import { ExecutionTexts } from './app/execution-texts';
import { GiveUpExecution } from './app/give-up-execution';
import { IssueNumber } from './app/issue-number';
import { LetterSender } from './app/letter-sender';
import { KeepSeries } from './app/keep-series';
import { ListPending } from './app/list-pending';
import { MakeCleanCopy } from './app/make-clean-copy';
import { NoteFollowUp } from './app/note-follow-up';
import { NumberNews } from './app/number-news';
import { ParentNumbers } from './app/parent-numbers';
import { ReadExecution } from './app/read-execution';
import { ReadNumberLedger } from './app/read-number-ledger';
import { ReadRegisters } from './app/read-registers';
import { TellSent } from './app/tell-sent';
import { UndoStep } from './app/undo-step';
import { VoidNumber } from './app/void-number';
import { EntryRows } from './data/entry-rows';
import { ExecutionFileController } from './http/execution-file.controller';
import { ExecutionController } from './http/execution.controller';
import { ExecutionsController } from './http/executions.controller';
import { NumbersController } from './http/numbers.controller';

const doors = [CollateCopy, DispatchLetter, EraseCopies, ExecutionTexts, IssueNumber, MakeCleanCopy, ReadExecution];

/** 施行: from the decided text to the dispatch. */
@Module({
  imports: [ApprovalsModule, DocumentsModule, LedgerModule, OrganisationModule, RenderingModule],
  controllers: [ExecutionController, ExecutionFileController, ExecutionsController, NumbersController],
  providers: [
    ...doors,
    AddFormality,
    ApplySeal,
    Completion,
    DrawCleanCopy,
    EntryRows,
    ExecutingRights,
    ExecutionDesk,
    ExecutionRegister,
    GiveUpExecution,
    KeepSeries,
    LetterSender,
    ListPending,
    NoteFollowUp,
    NumberNews,
    ParentNumbers,
    ReadNumberLedger,
    ReadRegisters,
    TellSent,
    UndoStep,
    VoidNumber,
  ],
  exports: doors,
})
export class ExecutionModule {}
