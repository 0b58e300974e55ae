import type { ReactNode } from 'react';
import { cx } from './class-names';

export type ChipTone = 'urgent' | 'again' | 'level' | 'plain' | 'good' | 'warn';

const tones: Readonly<Record<ChipTone, string>> = {
  urgent: 'bg-vermilion border-vermilion text-white',
  again: 'border-orange-900 bg-orange-50 text-orange-900',
  level: 'border-key-900 bg-key-50 text-key-900',
  plain: 'border-solid-gray-536 bg-white text-ink',
  good: 'border-green-900 bg-green-50 text-green-900',
  warn: 'border-orange-900 bg-white text-orange-900',
};

/** A short word that qualifies a document; the word carries the meaning, the colour only helps. */
export function Chip({ tone = 'plain', children }: { tone?: ChipTone; children: ReactNode }) {
  return (
    <span className={cx('inline-block rounded-4 border px-1.5 text-12 font-bold whitespace-nowrap', tones[tone])}>
      {children}
    </span>
  );
}
