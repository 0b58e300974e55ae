import { ProblemCatalogue, type Language } from '@fubako/platform/http';
import { objectStoreProblems } from '@fubako/platform/object-store';
import { scansProblems } from '@fubako/scans';
import type { ArrivalReason } from '../data/scan-arrival-rows';
import { intakeProblems } from '../problem-words';

const catalogue = new ProblemCatalogue([objectStoreProblems, scansProblems, intakeProblems]);

/** What kept a file out, in the words that a person who sends it would get. */
export function reasonWords({ code, facts }: ArrivalReason, language: Language): { title: string; detail: string } {
  return catalogue.text(code)?.[language](facts) ?? { title: code, detail: code };
}

/** As it lies beside a file that was put aside: for whoever finds it there. */
export function reasonFile(fileName: string, reason: ArrivalReason): string {
  const [ja, en] = [reasonWords(reason, 'ja'), reasonWords(reason, 'en')];
  return `${fileName}\n\n${ja.title}\n${ja.detail}\n\n${en.title}\n${en.detail}`;
}
