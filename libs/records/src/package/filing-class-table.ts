import {
  type Register,
  type ValuesOf,
  code,
  int,
  oneOf,
  optional,
  sectionKey,
  table,
  text,
} from '@fubako/organisation';
import { DISPOSITIONS } from './retention-classes';

const columns = {
  code: code(),
  name: text({ max: 50 }),
  level: int({ min: 1, max: 3 }),
  parent_code: optional(code()),
  function_code: optional(code()),
  retention_class: optional(code()),
  disclosure_class: optional(oneOf(['open', 'partial', 'closed'])),
  disposition: optional(oneOf(DISPOSITIONS)),
};

export type FilingClassValues = ValuesOf<typeof columns>;
export const filingPlan = table({ file: 'filing_plan.csv', columns, key: ['code'], dated: false });
export const FILING_PLAN = sectionKey<Register<FilingClassValues>>('filing_plan');
