export class StackPlaceView {
  /** What stands on the box and on lists. */
  code: string;
  /** 書庫 */
  room: string;
  /** 棚 */
  shelf: string;
  /** 箱 */
  box: string | null;
  note: string | null;
  /** Files that lie there. */
  files: number;
}

export class StackPlacesView {
  items: StackPlaceView[];
  /** `add` */
  allowed: string[];
}

export class FilePlaceView {
  placeCode: string | null;
  note: string | null;
  since: string;
  until: string | null;
}

export class SubstituteView {
  id: string;
  paperRecordId: string;
  paperTitle: string;
  fileId: string;
  fileTitle: string;
  fileName: string;
  pages: number;
  /** `scanned`, `checked`, `approved`, `to_destroy`, `destroyed`, `refused` */
  state: 'scanned' | 'checked' | 'approved' | 'to_destroy' | 'destroyed' | 'refused';
  scannedAt: string;
  scannedByName: string;
  checkedByName: string | null;
  approvedByName: string | null;
  refusal: string | null;
  /** The first day on which the paper may go; null: not approved yet. */
  paperMayGoFrom: string | null;
  destructionDecidedByName: string | null;
  destroyedOn: string | null;
  destroyedByName: string | null;
  method: string | null;
  /** `check`, `approve`, `refuse`, `decide_destruction`, `destroy` */
  allowed: string[];
}

export class SubstitutesView {
  items: SubstituteView[];
}

export class PaperRecordView {
  id: string;
  title: string;
  documentNumber: string | null;
  documentedOn: string;
  pages: number;
  location: string | null;
  /** 行政処分 */
  disposition: boolean;
  issuedOn: string | null;
}

export class LoanView {
  id: string;
  fileId: string;
  fileTitle: string;
  fiscalYear: number;
  classCode: string;
  volume: number;
  place: string | null;
  purpose: string;
  requestedByName: string;
  sectionName: string;
  requestedAt: string;
  dueOn: string;
  state: 'requested' | 'lent' | 'overdue' | 'returned' | 'refused';
  lentAt: string | null;
  lentByName: string | null;
  returnedAt: string | null;
  returnedToName: string | null;
  refusal: string | null;
  /** `lend`, `refuse`, `take_back` */
  allowed: string[];
}

export class LoansView {
  items: LoanView[];
}

export class PaperFileView {
  id: string;
  title: string;
  classCode: string;
  className: string;
  unitName: string;
  fiscalYear: number;
  volume: number;
  state: string;
  /** `electronic`, `paper`, `hybrid` */
  medium: string;
  /** `office`, `stack` */
  custody: string;
  retentionLabel: string;
  expiresOn: string | null;
  personalData: boolean;
  secret: boolean;
  places: FilePlaceView[];
  records: PaperRecordView[];
  substitutes: SubstituteView[];
  loans: LoanView[];
  /** `register`, `place`, `borrow`, `give_back` */
  allowed: string[];
}

export class NewIdView {
  id: string;
}

export class HandoverView {
  id: string;
  fiscalYear: number;
  sectionCode: string;
  sectionName: string;
  state: 'proposed' | 'received' | 'withdrawn';
  proposedAt: string;
  proposedByName: string;
  receivedAt: string | null;
  receivedByName: string | null;
  files: number;
  /** `receive`, `withdraw` */
  allowed: string[];
}

export class HandoversView {
  items: HandoverView[];
}

export class HandedFileView {
  fileId: string;
  title: string;
  classCode: string;
  fiscalYear: number;
  volume: number;
  medium: string;
  retentionLabel: string;
  expiresOn: string | null;
  placeCode: string | null;
  returnedAt: string | null;
  returnReason: string | null;
  /** Of the file: `open`, `closed`, `transferred`, `disposed` */
  state: string;
  /** Why it was taken off the list; null: it is on it. */
  takenOffReason: string | null;
}

export class HandedFilesView {
  items: HandedFileView[];
}
