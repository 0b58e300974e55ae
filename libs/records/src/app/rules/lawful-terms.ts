import { refuse } from '../../errors';

/** Years of a retention class, and what a law demands of it. */
export interface TermsUnderLaw {
  readonly years: number | null;
  readonly statutoryYears: number | null;
  readonly statutoryLaw: string | null;
}

/** RULE-84 A period is never less than the law says, and a statutory one names its law. @throws DomainError records.below-statute, records.statute-without-law */
export function assertLawful({ years, statutoryYears, statutoryLaw }: TermsUnderLaw): void {
  if ((statutoryYears === null) !== (statutoryLaw === null)) throw refuse('records.statute-without-law', {});
  if (statutoryYears !== null && statutoryLaw !== null && years !== null && years < statutoryYears)
    throw refuse('records.below-statute', { years, statutoryYears, law: statutoryLaw });
}
