/** A place in the package. `line` and `column` count from 1; 0 means the file as a whole. */
export interface Place {
  readonly file: string;
  readonly line: number;
  /** Number of the CSV column, or of the character in a JSON line. */
  readonly column: number;
  /** Column name in a CSV file, JSON pointer in a JSON file; empty when it concerns the whole line or file. */
  readonly field: string;
}

/** A sentence in both languages. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}

/** One thing that keeps the package from being imported, in a sentence that a clerk can act on. */
export interface Fault extends Place {
  readonly code: string;
  readonly message: string;
  /** The same in English. */
  readonly english: string;
}

/** Gathers every fault of a package, so that a clerk corrects them all at once. */
export class Faults {
  private readonly found: Fault[] = [];

  add({ file, line, column, field }: Place, code: string, { ja, en }: Words): void {
    this.found.push({ file, line, column, field, code, message: ja, english: en });
  }

  get none(): boolean {
    return this.found.length === 0;
  }

  /** By file, line and column: the order in which a clerk works through them. */
  all(): Fault[] {
    return [...this.found].sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);
  }
}

export function wholeFile(file: string): Place {
  return { file, line: 0, column: 0, field: '' };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
