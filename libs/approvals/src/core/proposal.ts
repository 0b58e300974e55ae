import type { LocalDate } from '@fubako/kernel';

/** What was proposed to be decided: the words in which the document says it, and the day. */
export interface Proposed {
  readonly text: string;
  readonly validFrom: LocalDate;
}

/** RULES-4, FORM-4 Whether the document that was decided still says what was proposed, for the same day. */
export function saysProposed(fields: Readonly<Record<string, unknown>>, { text, validFrom }: Proposed): boolean {
  const said = Object.values(fields).some((value) => typeof value === 'string' && value.includes(text));
  return said && (fields.effectiveOn === undefined || fields.effectiveOn === validFrom);
}

/** From the day that was decided or from the decision, whichever is later. */
export const effectiveFrom = (proposed: LocalDate, today: LocalDate): LocalDate =>
  proposed < today ? today : proposed;
