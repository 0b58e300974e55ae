export { ApprovalSheetPdf } from './app/approval-sheet-pdf';
export { BoundSheetPdf, type EnclosedFile } from './app/bound-sheet-pdf';
export type { DrawnPdf } from './app/drawn-pdf';
export { LabelPdf } from './app/label-pdf';
export { RegisterPdf } from './app/register-pdf';
export { type FileLabel, LABEL_KINDS, type LabelKind, type LabelSheet } from './core/labels/label-sheet';
export type { RegisterSheet } from './core/register/register-sheet';
export { SimpleDocumentPdf } from './app/simple-document-pdf';
export type {
  ApprovalSheet,
  BoxMark,
  Particular,
  SheetAttachment,
  SheetBox,
  SheetFooter,
  SheetRemark,
} from './core/approval-sheet';
export type { Align, Passage, TableColumn } from './core/passage';
export type { Letterhead, SimpleDocument } from './core/simple-document';
export type { Stamp } from './core/stamp';
export { type RenderingErrors, renderingProblems } from './errors';
export { RenderingModule } from './rendering.module';
