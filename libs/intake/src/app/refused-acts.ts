import { type Language, type Offer, offerOf } from '@fubako/platform/http';
import { intakeProblems } from '../problem-words';
import { refuse } from '../errors';

/** The faults that acts are refused for say the same whatever their facts. */
export function offer<A extends string>(
  acts: readonly A[],
  faultOf: (act: A) => keyof typeof intakeProblems | null,
  language: Language,
): Offer<A> {
  const refusalOf = (act: A) => {
    const code = faultOf(act);
    return code === null ? null : refuse(code, {} as never);
  };
  return offerOf(acts, refusalOf, { problems: intakeProblems, language });
}
