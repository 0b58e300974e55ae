import type { DomainError, FieldFault } from '@fubako/kernel';
import type { ProblemCatalogue } from './problem-catalogue';

export type Language = 'ja' | 'en';

/** RFC 9457 problem document. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly traceId: string;
  readonly rule?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly [fact: string]: unknown;
}

export interface ProblemPlace {
  readonly language: Language;
  readonly instance: string;
  readonly traceId: string;
}

/** The refusal in the reader's words. An error code without a text is a fault of ours and becomes `internal`. */
export function problemOf(error: DomainError, catalogue: ProblemCatalogue, place: ProblemPlace): Problem {
  const text = catalogue.text(error.code);
  if (!text) return internalProblem(place);
  const { title, detail } = text[place.language](error.facts);
  const { errors, ...facts } = error.facts;
  return {
    ...facts,
    type: `urn:fubako:problem:${error.code}`,
    title,
    status: text.status,
    detail,
    instance: place.instance,
    code: error.code,
    traceId: place.traceId,
    ...(text.rule === undefined ? {} : { rule: text.rule }),
    ...(Array.isArray(errors) ? { errors: errors.map((fault: FieldFault) => wordFault(fault, catalogue, place)) } : {}),
  };
}

const INTERNAL = {
  ja: {
    title: '処理できませんでした',
    detail:
      'システムの不具合です。入力は保存されていません。時間をおいてやり直し、続くときは番号を添えて管理者へ連絡してください。',
  },
  en: {
    title: 'Something went wrong',
    detail:
      'This is a fault of the system; nothing was changed. Try again later, and if it persists give the administrator the trace number.',
  },
} as const;

export function internalProblem({ language, instance, traceId }: ProblemPlace): Problem {
  return {
    type: 'urn:fubako:problem:internal',
    status: 500,
    instance,
    code: 'internal',
    traceId,
    ...INTERNAL[language],
  };
}

function wordFault(fault: FieldFault, catalogue: ProblemCatalogue, { language }: ProblemPlace) {
  const text = catalogue.text(fault.code);
  return {
    pointer: fault.pointer,
    code: fault.code,
    detail: cellWords(fault, language) + (text ? text[language](fault.facts ?? {}).detail : fault.code),
  };
}

/** `3行目「単価」: ` before the fault of a cell. */
function cellWords({ cell }: FieldFault, language: ProblemPlace['language']): string {
  if (!cell) return '';
  const { table, row, column } = cell;
  if (language === 'ja') return `「${table}」${row}行目${column === null ? '' : `「${column}」`}: `;
  return `${table}, row ${row}${column === null ? '' : `, ${column}`}: `;
}
