import type { Facts, ProblemText } from '@fubako/kernel';

/** All problem texts of the composed product, by code. Apps merge the tables of the libs they compose. */
export class ProblemCatalogue {
  private readonly texts: ReadonlyMap<string, ProblemText<Facts>>;

  /** @throws Error when two tables claim one code. */
  constructor(tables: readonly Readonly<Record<string, ProblemText<never>>>[]) {
    const texts = new Map<string, ProblemText<Facts>>();
    for (const [code, text] of tables.flatMap((table) => Object.entries(table))) {
      if (texts.has(code)) throw new Error(`Two problem tables define ${code}.`);
      texts.set(code, text as unknown as ProblemText<Facts>);
    }
    this.texts = texts;
  }

  text(code: string): ProblemText<Facts> | null {
    return this.texts.get(code) ?? null;
  }
}
