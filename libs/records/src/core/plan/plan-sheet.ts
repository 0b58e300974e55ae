import type { CsvColumn } from '@fubako/kernel';

/** One class as the plan is printed. */
export interface PlanLine {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly part: string;
  readonly functionName: string;
  readonly retention: string;
  readonly statute: string;
  readonly disclosure: string;
  readonly disposition: string;
  readonly marks: string;
  readonly lastYear: string;
  readonly change: string;
}

export interface PlanSheetColumn extends CsvColumn<PlanLine> {
  /** Share of the width of a page. */
  readonly share: number;
}

const LEVELS = ['', '大分類', '中分類', '小分類'];

/** PLAN-8 What the printed plan and the one for spreadsheets say of a class. */
export const PLAN_SHEET: readonly PlanSheetColumn[] = [
  { heading: '分類記号', share: 1.2, cell: ({ code }) => code },
  { heading: '段', share: 0.8, cell: ({ level }) => LEVELS[level] ?? '' },
  { heading: '名称', share: 2.7, cell: ({ name }) => name },
  { heading: '区分', share: 1.1, cell: ({ part }) => part },
  { heading: '事務分掌', share: 1.8, cell: ({ functionName }) => functionName },
  { heading: '保存期間', share: 2.6, cell: ({ retention }) => retention },
  { heading: '法定', share: 1.4, cell: ({ statute }) => statute },
  { heading: '公開', share: 1.1, cell: ({ disclosure }) => disclosure },
  { heading: '満了時', share: 1, cell: ({ disposition }) => disposition },
  { heading: '印', share: 1, cell: ({ marks }) => marks },
  { heading: '最終年度', share: 1.1, cell: ({ lastYear }) => lastYear },
  { heading: '変更', share: 0.8, cell: ({ change }) => change },
];
