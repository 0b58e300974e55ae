import type { RetentionBasis } from '../retention';

/** Labels of what has no end date (RULE-80). */
const WITHOUT_END = /永年|永久|常用/;

/** What a retention class says. */
export interface ProposedTerms {
  readonly label: string;
  readonly years: number | null;
  readonly basis: RetentionBasis;
  readonly disposition: string;
}

export type TermsFault = 'years-missing' | 'years-not-empty' | 'basis-does-not-fit' | 'disposition-does-not-fit';

/** A forgotten number of years must not look like 永年, nor the other way round (RULE-80, RULE-90); what 1年未満 cannot be. */
export function termsFaults({ label, years, basis, disposition }: ProposedTerms): TermsFault[] {
  const isEndless = WITHOUT_END.test(label);
  const faults: (TermsFault | false)[] = [
    years === null && !isEndless && 'years-missing',
    years !== null && isEndless && 'years-not-empty',
    years === 0 && (basis === 'file_earliest' || basis === 'file_latest') && 'basis-does-not-fit',
    years === 0 && disposition === 'transfer' && 'disposition-does-not-fit',
  ];
  return faults.filter((fault) => fault !== false);
}
