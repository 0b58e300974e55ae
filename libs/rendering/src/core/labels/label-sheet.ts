/** 背ラベル for the back of a file, 箱ラベル for a box of them. */
export const LABEL_KINDS = ['spine', 'box'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export interface FileLabel {
  /** 令和9年度 */
  readonly year: string;
  readonly classCode: string;
  readonly className: string;
  readonly title: string;
  /** 第2冊; empty for the only one. */
  readonly volume: string;
  readonly section: string;
  /** 5年 令和14年3月31日まで */
  readonly retention: string;
  /** 個人情報, 秘: framed. */
  readonly marks: readonly string[];
  /** What finds the file again: the end of its id, or the code of a place. */
  readonly reference: string;
  /** Address that opens the file, as a code to be scanned; empty: none. */
  readonly link: string;
}

/** Labels on sheets of A4 that are cut along the lines. */
export interface LabelSheet {
  readonly kind: LabelKind;
  readonly labels: readonly FileLabel[];
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
}
