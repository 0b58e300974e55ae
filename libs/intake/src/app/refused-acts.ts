import type { ProblemText } from '@fubako/kernel';
import type { Language } from '@fubako/platform/http';
import { intakeProblems } from '../problem-words';
import type { RefusedAct } from './receipts.view.dto';

type Code = keyof typeof intakeProblems;

/** Splits what could be done into what is allowed now and what is not, with the reason in the reader's words. */
export function offerOf<A extends string>(
  acts: readonly A[],
  faultOf: (act: A) => Code | null,
  language: Language,
): { allowed: A[]; refused: RefusedAct[] } {
  const judged = acts.map((act) => ({ act, code: faultOf(act) }));
  return {
    allowed: judged.flatMap(({ act, code }) => (code === null ? [act] : [])),
    refused: judged.flatMap(({ act, code }) => (code === null ? [] : [{ act, code, ...wordsOf(code, language) }])),
  };
}

/** The faults that acts are refused for say the same whatever their facts. */
function wordsOf(code: Code, language: Language) {
  const text = intakeProblems[code] as ProblemText<Record<string, never>>;
  return text[language]({});
}
