import type { ProblemWords } from '@fubako/kernel';
import type { FaultCode } from './core/query';

/** Faults at one place of the box. */
export type QueryFaultCode = Exclude<FaultCode, 'too-long' | 'too-many-words' | 'only-exclusions'>;

interface Unreadable {
  readonly fault: QueryFaultCode;
  /** Characters from 1. */
  readonly at: number;
  readonly text: string;
}

const JA: Readonly<Record<QueryFaultCode, string>> = {
  'or-without-sides': 'OR は、二つの言葉の間に置いてください（例：道路 OR 河川）。',
  'field-without-value': '「:」のすぐ後ろに、探す言葉を続けてください（例：件名:占用）。',
  'unreadable-year': '年度として読めません。R6、令和6年度、2024、R6..R8 のように入れてください。',
  'unreadable-day': '日付として読めません。R8.4.1、2026-04-01、R8.4.1..R8.4.30 のように入れてください。',
  'unreadable-amount': '金額として読めません。1000000、100万、>=1000000、100万..200万 のように入れてください。',
  'range-reversed': '範囲の始めと終わりが逆です。小さい方、早い方を先にしてください。',
};

const EN: Readonly<Record<QueryFaultCode, string>> = {
  'or-without-sides': 'Put OR between two words, as in 道路 OR 河川.',
  'field-without-value': 'Write what to look for directly after the colon, as in title:占用.',
  'unreadable-year': 'This is no fiscal year. Write R6, 2024 or R6..R8.',
  'unreadable-day': 'This is no day. Write R8.4.1, 2026-04-01 or R8.4.1..R8.4.30.',
  'unreadable-amount': 'This is no amount. Write 1000000, >=1000000 or 1000000..2000000.',
  'range-reversed': 'The range ends before it begins. Put the smaller or earlier end first.',
};

export const unreadableWords = {
  ja: ({ fault, at, text }: Unreadable): ProblemWords => ({
    title: '検索の条件を読み取れません',
    detail: `${at}文字目の「${text}」：${JA[fault]}`,
  }),
  en: ({ fault, at, text }: Unreadable): ProblemWords => ({
    title: 'A condition cannot be read',
    detail: `At character ${at}, “${text}”: ${EN[fault]}`,
  }),
};
