import type { DomainError, Facts, ProblemText } from '@fubako/kernel';
import type { Language } from './problem';
import type { RefusedAct } from './refused-act.dto';

/** What an answer says of its acts, so that no client has to know a rule. */
export interface Offer<A extends string> {
  readonly allowed: A[];
  readonly refused: RefusedAct[];
}

/**
 * Splits acts into what is allowed now and what is not, with the reason in the reader's words.
 * @param refusalOf what the use case would throw; null when it would do it
 * @param problems the texts of the lib's refusals
 */
export function offerOf<A extends string, P>(
  acts: readonly A[],
  refusalOf: (act: A) => DomainError<keyof P & string> | null,
  { problems, language }: { readonly problems: P; readonly language: Language },
): Offer<A> {
  const judged = acts.map((act) => ({ act, refusal: refusalOf(act) }));
  return {
    allowed: judged.flatMap(({ act, refusal }) => (refusal === null ? [act] : [])),
    refused: judged.flatMap(({ act, refusal }) => {
      if (refusal === null) return [];
      const { code, facts } = refusal;
      const text = problems[code] as ProblemText<Facts>;
      return [{ act, code, rule: text.rule ?? null, ...text[language](facts) }];
    }),
  };
}
