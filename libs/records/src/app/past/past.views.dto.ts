import { PastRouteView } from '@fubako/approvals';
import { PastDocumentView, PastReadersView } from '@fubako/documents';

/** Where a document was filed on a past day; dates are those of the document before any extension (延長). */
export class PastFilingView {
  fileId: string;
  fileTitle: string;
  fiscalYear: number;
  fiscalYearLabel: string;
  classCode: string;
  unitName: string;
  retentionLabel: string | null;
  /** 完結の日; null while the matter was not closed. */
  closedOn: string | null;
  startsOn: string | null;
  expiresOn: string | null;
}

/** その日の姿: a document as it was at the end of a day. */
export class DocumentOnDay {
  day: string;
  /** The day of the reader, whose end has not come. */
  today: boolean;
  document: PastDocumentView;
  /** Name of the class on that day; null when it is not known. */
  className: string | null;
  /** Null before the first submission. */
  route: PastRouteView | null;
  /** Null before the decision. */
  filing: PastFilingView | null;
  /** Who could read it then. */
  readers: PastReadersView[];
}
