import type { PlainKey } from '../i18n/translate';

/** Usual reasons of a return, in the order of their keys. */
export const returnTemplates = [
  'reason.amount',
  'reason.evidence',
  'reason.wording',
  'reason.class',
  'reason.route',
  'reason.date',
] as const satisfies readonly PlainKey[];
