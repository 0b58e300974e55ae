/** 番号系列 of one symbol and year, with its counter. */
export class SeriesView {
  seriesCode: string;
  /** receipt, draft, dispatch, directive, … */
  kind: string;
  /** e.g. `{eraYear}{symbol}第{n}号{branch}` */
  format: string;
  yearBasis: 'fiscal' | 'calendar';
  /** 記号; empty for a series of the whole municipality. */
  symbol: string;
  /** Gregorian year in which the fiscal or calendar year begins. */
  year: number;
  /** Whether numbers are issued from it now. */
  current: boolean;
  last: number | null;
  lastAt: string | null;
  closedAt: string | null;
  closeReason: string | null;
  /** What the reader may do: `reserve`, `void`. */
  allowed: string[];
}

export class SeriesListView {
  items: SeriesView[];
}

/** One line of 発番簿. */
export class NumberLineView {
  seriesCode: string;
  symbol: string;
  year: number;
  serial: number;
  /** 0: none. */
  branch: number;
  /** `120`, `120の2`, `121(欠番)`; what is in brackets is in the language of the reader. */
  short: string;
  /** The number as written. */
  text: string;
  state: 'issued' | 'void' | 'reserved';
  /** Null when it has none, or the reader may not see it. */
  documentId: string | null;
  title: string | null;
  addressee: string | null;
  issuedAt: string | null;
  issuedByName: string | null;
  voidedAt: string | null;
  voidedByName: string | null;
  voidReason: string | null;
  reserveReason: string | null;
}

export class NumberLinesPage {
  items: NumberLineView[];
  nextCursor: string | null;
}

export class ReservedBlockView {
  first: number;
  last: number;
}
