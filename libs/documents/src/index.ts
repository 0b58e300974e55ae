export { ArrangeAttachments } from './app/arrange-attachments';
export { CreateDraft } from './app/create-draft';
export { Definitions } from './app/definitions';
export { DispatchSeries } from './app/dispatch-series';
export { DraftingPlace } from './app/drafting-place';
export type { DocumentCard } from './app/document-card';
export { DocumentLifecycle } from './app/document-lifecycle';
export { DocumentReading, type RevisionComparison, type RevisionNote } from './app/document-reading';
export { DocumentPast, type PastDocument } from './app/document-past';
export { PastViews } from './app/past-views';
export { PastDocumentView, PastReadersView } from './app/past.views.dto';
export { FIELD_CLASSES, type FieldClass, changedMeanings } from './core/field-class';
export { type DefinitionChange, fieldClassWords, formDifference } from './core/form-difference';
export { isForm } from './core/is-form';
export {
  type MatterTypeWords,
  isMatterType,
  matterTypeDifference,
  matterTypeLabel,
} from './core/matter-type-difference';
export type { LabelledText } from './core/form-text';
export { DEFINITION_KINDS, type DefinitionKind, type DefinitionVersion } from './data/definition-rows';
export type { FormerDrafter } from './data/revision-rows';
export { EditDraft } from './app/edit-draft';
export { HandOverDocuments } from './app/hand-over-documents';
export { EraseContent, type ErasureOrder } from './app/erase-content';
export type { AttachmentRow } from './data/document.row';
export type { CarriedFile } from './data/attachment-rows';
export { type RevisedContent, ReviseContent } from './app/revise-content';
export { type FilingClassCard, FilingClasses } from './app/filing-classes';
export type { FrozenRevision } from './app/freeze-revision';
export { ListUnexecuted, type UnexecutedDocument } from './app/list-unexecuted';
export { type LedgerQuery, type LedgerRow, NumberLedger } from './app/number-ledger';
export { KnownDocuments } from './app/known-documents';
export { MarkRead } from './app/mark-read';
export { type BearerNumberRequest, NumberBearers } from './app/number-bearers';
export { Numbering, type NumberRequest } from './app/numbering';
export { BranchNumbers } from './app/branch-numbers';
export { ReservedNumbers } from './app/reserved-numbers';
export { SymbolSuccession, closedNote } from './app/symbol-succession';
export { VoidNumbers } from './app/void-numbers';
export { CloseYearCounters } from './app/close-year-counters';
export { type CounterToBegin, YearCounters } from './app/year-counters';
export { type Counter, CounterRows } from './data/counter-rows';
export { type NumberSeries, counterSymbol, hasBranches, seriesYearOf, shortNumber } from './core/number-format';
export {
  type DocumentColumns,
  type DocumentFacts,
  mayRead,
  nameableDocuments,
  readableAmongMany,
  readableDocuments,
  titlesOnly,
} from './app/policy';
export type { BorneNumber, NumberBearer } from './data/bearer-number-rows';
export { type DocumentNumber, type IssuedNumber, type NumberKey, NumberRows } from './data/number-rows';
export { type Secrecy, isSecretOn, secrecyOn } from './core/secrecy';
export { type SecrecyColumns, secretOn } from './data/secrecy.sql';
export { type FormSchema, type FieldSchema } from './core/form-schema';
export {
  CONFIDENTIALITIES,
  type Confidentiality,
  type DisclosureClass,
  type DocumentAttributes,
  type DocumentState,
  DOCUMENT_STATES,
  type Escalation,
  ESCALATIONS,
  MEDIA,
  type Medium,
} from './core/states';
export { DocumentsDutiesModule } from './documents-duties.module';
export { DocumentsModule } from './documents.module';
export { documentsProblems } from './errors';
export { DocumentsSections } from './package/documents-sections';
export { NUMBER_SERIES } from './package/number-series';
export { FORMS } from './package/forms';
export { formFaults } from './package/form-faults';
export { MATTER_TYPES, type MatterTypeValues, withMatterType } from './package/matter-types';
