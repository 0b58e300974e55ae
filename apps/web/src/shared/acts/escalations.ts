import type { DocumentAttributes } from '../api/types';

/** 専決の留保: grounds that raise a decision by one level, in the order of the form (RULE-23). */
export const escalationNames = [
  'special_instruction',
  'important',
  'unusual',
  'new',
  'precedent',
  'disputed',
  'legal_doubt',
] as const satisfies DocumentAttributes['escalations'];
