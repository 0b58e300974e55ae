import {
  type Register,
  type ValuesOf,
  bool,
  code,
  int,
  mayBeMissing,
  oneOf,
  optional,
  sectionKey,
  table,
  text,
} from '@fubako/organisation';
import { DISPOSITIONS } from '../core/keeping/dispositions';

const columns = {
  code: code(),
  name: text({ max: 50 }),
  level: int({ min: 1, max: 3 }),
  parent_code: optional(code()),
  function_code: optional(code()),
  retention_class: optional(code()),
  disclosure_class: optional(oneOf(['open', 'partial', 'closed'])),
  disposition: optional(oneOf(DISPOSITIONS)),
  /** 課別の部分: the section that keeps the class; empty: 共通の部分. */
  org_unit_code: mayBeMissing(code()),
  /** 出納整理期間: files stay open until 31 May. */
  adjustment_period: mayBeMissing(bool()),
  /** Files hold personal data and bear the mark. */
  personal_data: mayBeMissing(bool()),
  /** Last fiscal year in which files are opened. */
  last_year: mayBeMissing(int({ min: 1868, max: 9997 })),
  /** 法定の保存期間 of the class and everything below it: never kept shorter (RULE-84). */
  statutory_years: mayBeMissing(int({ min: 1, max: 100 })),
  /** The law that says so. */
  statutory_law: mayBeMissing(text({ max: 100 })),
};

export type FilingClassValues = ValuesOf<typeof columns>;
export const filingPlan = table({ file: 'filing_plan.csv', columns, key: ['code'], dated: false });
export const FILING_PLAN = sectionKey<Register<FilingClassValues>>('filing_plan');
