import { seeded } from './archive-corpus';

/** One query of the set, with how common it is. */
export interface BenchQuery {
  readonly class: string;
  readonly words: readonly string[];
}

const LENGTHS = [1, 2, 3, 4, 5, 12] as const;
const BANDS = [
  { name: 'very common', from: 0.2, to: 1 },
  { name: 'common', from: 0.02, to: 0.2 },
  { name: 'mid', from: 0.001, to: 0.02 },
  { name: 'rare', from: 0, to: 0.001 },
] as const;
const PER_CLASS = 3;
const TRIES = 60;

/**
 * Queries cut out of the texts: one to five characters and longer ones, each very common, common, mid and rare where the corpus
 * has such; numbers, and two words together (performance A).
 * @param shareOf which part of all documents holds the word
 */
export async function queriesFrom(
  samples: readonly string[],
  shareOf: (word: string) => Promise<number>,
): Promise<BenchQuery[]> {
  const random = seeded(7);
  const cut = (length: number): string => {
    const text = samples[Math.floor(random() * samples.length)] ?? '';
    const at = Math.floor(random() * Math.max(1, text.length - length));
    return text.slice(at, at + length);
  };
  const found = new Map<string, string[]>();
  for (const length of LENGTHS) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const word = cut(length);
      if (word.length < length || /[\s\u001D]/u.test(word) || !word.isWellFormed()) continue;
      const share = await shareOf(word);
      const band = BANDS.find(({ from, to }) => share > from && share <= to);
      const name = `${length} characters, ${band?.name ?? 'rare'}`;
      const words = found.get(name) ?? [];
      if (words.length < PER_CLASS && !words.includes(word)) found.set(name, [...words, word]);
    }
  }
  const single = [...found].flatMap(([name, words]) =>
    words.map((word): BenchQuery => ({ class: name, words: [word] })),
  );
  const numbers = Array.from({ length: PER_CLASS }, (): BenchQuery => ({
    class: 'number',
    words: [`第${1 + Math.floor(random() * 900)}号`],
  }));
  const pairs = Array.from({ length: PER_CLASS * 2 }, (): BenchQuery => ({
    class: 'two words',
    words: [clean(cut(2)), clean(cut(3))],
  }));
  return [...single, ...numbers, ...pairs].filter(({ words }) =>
    words.every((word) => word !== '' && word.isWellFormed()),
  );
}

function clean(word: string): string {
  return word.replace(/[\s\u001D]/gu, '');
}
