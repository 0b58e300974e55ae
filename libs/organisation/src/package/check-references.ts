import { type Period, firstUncovered } from '../core/period';
import type { Faults } from './fault';
import { type Register, periodOf } from './register';

/** What one column refers to. */
export interface Reference<V extends object, W extends object> {
  readonly from: Register<V>;
  readonly column: keyof V & string;
  readonly to: Register<W>;
  /** 組織, 職, 職員: what the code names, for the Japanese sentence. */
  readonly noun: string;
}

/**
 * Every code of the column exists, on every day on which the row itself holds (ORG-3). A column with several codes is
 * checked one by one; empty cells are passed over; days are compared only where both files are dated.
 */
export function checkReferences<V extends object, W extends object>(reference: Reference<V, W>, faults: Faults): void {
  const { from, column, to, noun } = reference;
  for (const entry of from.entries) {
    for (const code of codesOf(entry.values[column])) {
      const place = from.placeOf(entry, column);
      const who = entry.row ? '' : `登録済みの「${entry.key}」の`;
      const owner = entry.row ? '' : `Stored “${entry.key}”, `;
      if (!to.knows(code)) {
        faults.add(place, 'package.unknown-reference', {
          ja: `${who}「${column}」の${noun}「${code}」が ${to.table.file} にありません。コードを直すか、${to.table.file} に書き足してください。`,
          en: `${owner}“${column}”: “${code}” is not in ${to.table.file}. Correct the code or add it there.`,
        });
      } else if (from.table.dated && to.table.dated && to.isReadable(code)) {
        const day = firstUncovered(periodOf(entry.values), periodsOf(to, code));
        if (day)
          faults.add(place, 'package.reference-not-in-force', {
            ja: `${who}「${column}」の${noun}「${code}」は${day}には有効ではありません。どちらかの期間を直してください。`,
            en: `${owner}“${column}”: “${code}” does not hold on ${day}. Correct the days of one or the other.`,
          });
      }
    }
  }
}

function codesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === undefined ? [] : [String(value)];
}

function periodsOf<W extends object>(register: Register<W>, key: string): Period[] {
  return register.of(key).map(({ values }) => periodOf(values));
}
