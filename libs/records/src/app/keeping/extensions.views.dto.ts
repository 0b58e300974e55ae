/** 延長の一括処理 */
export class ExtensionBatchView {
  id: string;
  years: number;
  reason: string;
  askedAt: string;
  askedByName: string;
  /** `running`, `stopped`, `finished` */
  state: string;
  total: number;
  extended: number;
  refused: number;
  /** What the reader may do: `stop`, `resume`. */
  allowed: string[];
}

export class ExtensionBatchesView {
  items: ExtensionBatchView[];
}

export class ExtensionItemView {
  fileId: string;
  title: string;
  /** Null: its reader does not see the file. */
  volume: number | null;
  unitName: string;
  /** `extended`, `refused`; null: not yet. */
  outcome: string | null;
  /** Why it was refused: `gone`, `no-end`, `not-yours`. */
  code: string | null;
  fromOn: string | null;
  toOn: string | null;
}

export class ExtensionItemsView {
  items: ExtensionItemView[];
}
