import type { ProblemWords } from '@fubako/kernel';
import { type Language, ProblemCatalogue } from '@fubako/platform/http';
import type { Refusal } from '../data/sending-rows';
import { scansProblems } from '../errors';

const catalogue = new ProblemCatalogue([scansProblems]);

/** Why a file was refused and what to do next, in the words that its sender would have got at once. */
export function refusalWords({ code, facts }: Refusal, language: Language): ProblemWords {
  return catalogue.text(code)?.[language](facts) ?? { title: code, detail: code };
}
