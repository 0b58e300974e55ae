/** So many objects of so many bytes together. */
export class AmountView {
  objects: number;
  bytes: number;
}

export class KindAmountView extends AmountView {
  /** pdf, image, office, text, mail, or rendition: what was made of an original for viewing. */
  kind: string;
}

export class MonthAmountView extends AmountView {
  /** `2026-11`, in Japan: what came in, as far as it is still kept. */
  month: string;
}

export class LargeObjectView {
  sha256: string;
  bytes: number;
  mediaType: string;
  createdAt: string;
}

/** 異状 of a stored object. */
export class ObjectFindingView {
  id: string;
  sha256: string;
  /** The store itself, or the second copy. */
  place: 'first' | 'second';
  fault: 'missing' | 'short' | 'long' | 'changed';
  foundBy: 'reading' | 'keeping' | 'schedule' | 'verification';
  foundAt: string;
  /** When it was found sound again, or lawfully removed; null: open. */
  settledAt: string | null;
}

/** 保管庫の状況. Without file names, which may be secret. */
export class StoreFiguresView {
  total: AmountView;
  /** Null: no limit. */
  quotaBytes: number | null;
  /** The largest share first. */
  byKind: KindAmountView[];
  /** Latest first, at most 24. */
  months: MonthAmountView[];
  /** At most 20. */
  largest: LargeObjectView[];
  /** Lawfully removed, bytes still to go. */
  owed: AmountView;
  /** The object that was last read in full the longest ago; null: there is none. */
  oldestVerification: string | null;
  openFindings: number;
  /** Open ones first, at most 50. */
  findings: ObjectFindingView[];
}
