import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { loadSettings } from '@fubako/platform/config';
import { Beats } from '@fubako/platform/http';
import { CountArchive, SearchArchive, type SearchTerms } from '@fubako/search';
import type { BenchQuery } from './archive-queries';
import { rounded, timed } from './figures';

const ROUNDS = 3;
const PAGE = 50;
/** No text has it. */
const NOWHERE = '\u{9FA5}';

/**
 * What can be told by waiting (SEA-42): words of documents that are all hidden from the reader, and words that no document has, by
 * turns; and how often the two answers leave on different beats (ADR 0069).
 */
export class ArchiveWaiting {
  /** The ladder that a server has when nobody sets another. */
  private readonly beats = new Beats(loadSettings({ DATABASE_URL: 'postgres://none/none' }).values.ANSWER_BEAT_MS);
  private readonly told = new Map<string, boolean[]>();

  constructor(
    private readonly product: INestApplicationContext,
    private readonly keep: (name: string, ms: number) => void,
  ) {}

  /** @param reader who may read nothing @returns the share of pairs of answers on different beats, by door and by how common the words are */
  async run(queries: readonly BenchQuery[], reader: Actor): Promise<Record<string, number>> {
    const [search, counting] = [this.product.get(SearchArchive), this.product.get(CountArchive)];
    const doors = {
      answer: (terms: SearchTerms) => search.run({ ...terms, limit: PAGE }, reader),
      count: (terms: SearchTerms) => counting.run(terms, reader),
    };
    for (let round = 0; round <= ROUNDS; round++)
      for (const query of queries)
        for (const [door, ask] of Object.entries(doors)) {
          const hidden = await timed(() => ask(termsOf(query.words)));
          const absent = await timed(() => ask(termsOf(query.words.map((word) => NOWHERE.repeat(word.length)))));
          if (round > 0) this.note(door, query, [hidden, absent]);
        }
    const share = (seen: readonly boolean[]) => rounded(seen.filter(Boolean).length / seen.length);
    return Object.fromEntries([...this.told].map(([name, seen]) => [name, share(seen)]));
  }

  private note(door: string, query: BenchQuery, [hidden, absent]: readonly [number, number]): void {
    this.keep(`${door}_hidden`, hidden);
    this.keep(`${door}_absent`, absent);
    const differ = this.beats.beatAfter(hidden) !== this.beats.beatAfter(absent);
    for (const name of [`${door}_told`, `${door}_told, ${query.class.replace(/^.*, /, '')}`])
      this.told.set(name, [...(this.told.get(name) ?? []), differ]);
  }
}

function termsOf(words: readonly string[]): SearchTerms {
  return { text: words.map((word) => `"${word}"`).join(' '), filter: {} };
}
