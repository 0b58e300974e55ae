import { Module } from '@nestjs/common';
import { EmergencyMattersModule } from '@fubako/identity';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule, PackageSections } from '@fubako/organisation';
import { ScansModule } from '@fubako/scans';
import { AddFile } from './app/add-file';
import { ArrangeAttachments } from './app/arrange-attachments';
import { AttachmentFiles } from './app/attachment-files';
import { AttachmentText } from './app/attachment-text';
import { CarriedContent } from './app/carried-content';
import { CreateDraft } from './app/create-draft';
import { Definitions } from './app/definitions';
import { DispatchSeries } from './app/dispatch-series';
import { DraftRows } from './app/draft-rows';
import { DraftingPlace } from './app/drafting-place';
import { DocumentLifecycle } from './app/document-lifecycle';
import { DocumentNews } from './app/document-news';
import { DocumentPast } from './app/document-past';
import { DocumentReading } from './app/document-reading';
import { PastViews } from './app/past-views';
import { DocumentViews } from './app/document-views';
import { DraftDesk } from './app/draft-desk';
import { EditDraft } from './app/edit-draft';
import { EmergencyDocuments } from './app/emergency-documents';
import { EraseContent } from './app/erase-content';
import { ContentEditor } from './app/edited-content';
import { FollowFunctions } from './app/follow-functions';
import { Forms } from './app/forms';
import { HandOverDocuments } from './app/hand-over-documents';
import { LeaveDrafts } from './app/leave-drafts';
import { SectionMoves } from './app/section-moves';
import { TakeOverDraft } from './app/take-over-draft';
import { FreezeRevision } from './app/freeze-revision';
import { RedraftDocument } from './app/redraft-document';
import { ReviseContent } from './app/revise-content';
import { ListDocuments } from './app/list-documents';
import { KnownDocuments } from './app/known-documents';
import { MarkRead } from './app/mark-read';
import { MatterTypes } from './app/matter-types';
import { ListUnexecuted } from './app/list-unexecuted';
import { NumberLedger } from './app/number-ledger';
import { NumberBearers } from './app/number-bearers';
import { BranchNumbers } from './app/branch-numbers';
import { CloseYearCounters } from './app/close-year-counters';
import { YearCounters } from './app/year-counters';
import { Numbering } from './app/numbering';
import { ReservedNumbers } from './app/reserved-numbers';
import { SerialNumbers } from './app/serial-numbers';
import { SymbolSuccession } from './app/symbol-succession';
import { VoidNumbers } from './app/void-numbers';
import { CounterRows } from './data/counter-rows';
import { ReadRevisions } from './app/read-revisions';
import { ReferredFields } from './app/referred-fields';
import { AttachmentRows } from './data/attachment-rows';
import { BearerNumberRows } from './data/bearer-number-rows';
import { DefinitionRows } from './data/definition-rows';
import { DocumentRows } from './data/document-rows';
import { ErasureRows } from './data/erasure-rows';
import { MatterTypeRows } from './data/matter-type-rows';
import { NumberRows } from './data/number-rows';
import { ReadMarks } from './data/read-marks';
import { RedraftRows } from './data/redraft-rows';
import { RevisionRows } from './data/revision-rows';
import { SectionRows } from './data/section-rows';
import { PastRows } from './data/past-rows';
import { TakeoverRows } from './data/takeover-rows';
import { AttachmentTextController } from './http/attachment-text.controller';
import { AttachmentsController } from './http/attachments.controller';
import { DocumentsController } from './http/documents.controller';
import { FormsController } from './http/forms.controller';
import { PaperReasonsController } from './http/paper-reasons.controller';
import { MatterTypesController } from './http/matter-types.controller';
import { RedraftsController } from './http/redrafts.controller';
import { ReadMarksController } from './http/read-marks.controller';
import { RevisionsController } from './http/revisions.controller';
import { DocumentsSections } from './package/documents-sections';

const rows = [
  AttachmentRows,
  BearerNumberRows,
  CounterRows,
  DefinitionRows,
  DocumentRows,
  ErasureRows,
  MatterTypeRows,
  NumberRows,
  PastRows,
  ReadMarks,
  RedraftRows,
  RevisionRows,
  SectionRows,
  TakeoverRows,
];

@Module({
  imports: [EmergencyMattersModule, LedgerModule, OrganisationModule, ScansModule],
  controllers: [
    AttachmentTextController,
    AttachmentsController,
    DocumentsController,
    FormsController,
    MatterTypesController,
    PaperReasonsController,
    RedraftsController,
    ReadMarksController,
    RevisionsController,
  ],
  providers: [
    ...rows,
    AddFile,
    ArrangeAttachments,
    AttachmentFiles,
    AttachmentText,
    BranchNumbers,
    CarriedContent,
    CloseYearCounters,
    ContentEditor,
    CreateDraft,
    Definitions,
    DispatchSeries,
    DocumentLifecycle,
    DocumentNews,
    DocumentPast,
    DocumentReading,
    PastViews,
    KnownDocuments,
    DocumentViews,
    DocumentsSections,
    DraftDesk,
    DraftRows,
    DraftingPlace,
    EditDraft,
    EmergencyDocuments,
    EraseContent,
    FollowFunctions,
    Forms,
    FreezeRevision,
    HandOverDocuments,
    LeaveDrafts,
    ReviseContent,
    ListDocuments,
    ListUnexecuted,
    MarkRead,
    MatterTypes,
    NumberBearers,
    NumberLedger,
    Numbering,
    ReadRevisions,
    ReferredFields,
    RedraftDocument,
    ReservedNumbers,
    SectionMoves,
    SerialNumbers,
    SymbolSuccession,
    TakeOverDraft,
    VoidNumbers,
    YearCounters,
  ],
  exports: [
    CloseYearCounters,
    FollowFunctions,
    LeaveDrafts,
    ArrangeAttachments,
    BranchNumbers,
    CounterRows,
    CreateDraft,
    Definitions,
    DispatchSeries,
    DocumentLifecycle,
    DocumentNews,
    DocumentPast,
    DocumentReading,
    PastViews,
    KnownDocuments,
    DocumentsSections,
    DraftingPlace,
    EditDraft,
    EraseContent,
    HandOverDocuments,
    ReviseContent,
    Forms,
    ListUnexecuted,
    MarkRead,
    MatterTypes,
    NumberBearers,
    NumberLedger,
    NumberRows,
    Numbering,
    ReservedNumbers,
    SerialNumbers,
    SymbolSuccession,
    VoidNumbers,
    YearCounters,
  ],
})
export class DocumentsModule {
  constructor(packages: PackageSections, sections: DocumentsSections) {
    packages.add('documents', sections.all);
  }
}
