import { type LocalDate, canonicalBytes } from '@fubako/kernel';
import { type Period, overlap } from '../core/period';
import { type Faults, type Place, wholeFile } from './fault';
import type { PlannedChange, SectionPlan } from './section';
import { type PackageRow, type Table, type TableContent, keyOf } from './table';

/** One row as it will be after the import: from the package, already stored, or both. */
export interface Entry<V> {
  readonly key: string;
  readonly values: V;
  /** Null when the package does not mention the row: it stays as it is. */
  readonly row: PackageRow<V> | null;
  /** Null when the row is new. */
  readonly stored: V | null;
}

interface Dated {
  readonly valid_from: LocalDate;
  readonly valid_to: LocalDate | null;
}

/** 台帳: what is stored with the package laid over it, the state that references and periods are checked against. */
export class Register<V extends object> {
  readonly entries: readonly Entry<V>[];
  private readonly byKey = new Map<string, Entry<V>[]>();
  private readonly unreadable: ReadonlySet<string> | null;

  constructor(
    readonly table: Table<V>,
    content: TableContent<V>,
    stored: readonly V[],
  ) {
    const before = new Map(stored.map((values) => [this.identityOf(values), values]));
    const mentioned = content.rows.map((row) =>
      this.entry(row.values, row, before.get(this.identityOf(row.values)) ?? null),
    );
    const names = new Set(mentioned.map(({ values }) => this.identityOf(values)));
    const untouched = stored
      .filter((values) => !names.has(this.identityOf(values)))
      .map((values) => this.entry(values, null, values));
    this.entries = [...mentioned, ...untouched];
    this.unreadable = content.unreadable;
    for (const entry of this.entries) this.byKey.set(entry.key, [...(this.byKey.get(entry.key) ?? []), entry]);
  }

  of(key: string): readonly Entry<V>[] {
    return this.byKey.get(key) ?? [];
  }

  /** Whether the key exists, on whatever day; a row that could not be read counts, so that its fault is told once. */
  knows(key: string): boolean {
    return this.unreadable === null || this.byKey.has(key) || this.unreadable.has(key);
  }

  /** Whether everything about `key` could be read, so that judging it makes sense. */
  isReadable(key: string): boolean {
    return this.unreadable !== null && !this.unreadable.has(key);
  }

  placeOf(entry: Entry<V>, column: keyof V & string): Place {
    return entry.row ? entry.row.at(column) : wholeFile(this.table.file);
  }

  /** Two rows for one key, or for one key and day (ORG-2). */
  checkKeys(faults: Faults): void {
    for (const entries of this.byKey.values()) {
      entries.forEach((entry, index) => {
        const other = entries.slice(0, index).find((earlier) => this.collides(earlier, entry));
        if (other) this.reportCollision(entry, other, faults);
      });
    }
  }

  /** Added, changed and ended rows. A row that the package does not mention stays: only `valid_to` ends something. */
  plan(): SectionPlan {
    const left = this.entries.filter((entry) => entry.row === null && !this.hasEnd(entry)).map(({ key }) => key);
    const first = left.slice(0, 5);
    const ja = `${this.table.file}: 登録済みの${left.length}件はこのパッケージにないので、そのままにします(${first.join('、')}${left.length > 5 ? ' ほか' : ''})。${this.table.dated ? '終わらせるには valid_to を書いて載せてください。' : ''}`;
    const en = `${this.table.file}: ${left.length} stored rows are not in this package and stay (${first.join(', ')}${left.length > 5 ? ' …' : ''}).${this.table.dated ? ' To end one, list it with its valid_to.' : ''}`;
    return {
      changes: this.entries.flatMap((entry) => this.changeOf(entry) ?? []),
      notes: left.length > 0 ? [{ ja, en }] : [],
    };
  }

  /** Values to write. */
  changed(): V[] {
    return this.entries.filter((entry) => this.changeOf(entry) !== null).map(({ values }) => values);
  }

  private changeOf({ key, values, row, stored }: Entry<V>): PlannedChange | null {
    if (row === null) return null;
    const at = { file: this.table.file, line: row.line, key };
    if (stored === null) return { ...at, change: 'added', after: values };
    if (same(stored, values)) return null;
    return { ...at, change: this.onlyEnds(stored, values) ? 'ended' : 'changed', before: stored, after: values };
  }

  private onlyEnds(before: V, after: V): boolean {
    if (!this.table.dated) return false;
    const { valid_to: to } = after as unknown as Dated;
    return to !== null && same({ ...before, valid_to: to }, after);
  }

  private hasEnd({ values }: Entry<V>): boolean {
    return this.table.dated && periodOf(values).to !== null;
  }

  private entry(values: V, row: PackageRow<V> | null, stored: V | null): Entry<V> {
    return { key: keyOf(this.table, values), values, row, stored };
  }

  private identityOf(values: V): string {
    const key = keyOf(this.table, values);
    return this.table.dated ? `${key}@${(values as unknown as Dated).valid_from}` : key;
  }

  private collides(a: Entry<V>, b: Entry<V>): boolean {
    return !this.table.dated || overlap(periodOf(a.values), periodOf(b.values));
  }

  private reportCollision(entry: Entry<V>, other: Entry<V>, faults: Faults): void {
    const [column] = this.table.key;
    if (column === undefined) return;
    const [shown, rival] = entry.row ? [entry, other] : [other, entry];
    const where = rival.row ? `${rival.row.line}行目` : '登録済みの行';
    const there = rival.row ? `line ${rival.row.line}` : 'a stored row';
    const { from, to } = periodOf(rival.values);
    const words = this.table.dated
      ? {
          ja: `「${entry.key}」の期間が${where}(${wordsOf(periodOf(rival.values))})と重なっています。先の期間の valid_to を、次の期間の前日にしてください。`,
          en: `The days of “${entry.key}” overlap those of ${there} (from ${from}${to ? ` to ${to}` : ''}). End the earlier one the day before the next begins.`,
        }
      : {
          ja: `「${entry.key}」は${where}にもあります。一つにまとめてください。`,
          en: `“${entry.key}” is in ${there}, too. Keep one.`,
        };
    faults.add(this.placeOf(shown, column), this.table.dated ? 'package.overlap' : 'package.duplicate-key', words);
  }
}

/** The days on which a dated row holds. */
export function periodOf(values: object): Period {
  const { valid_from: from, valid_to: to } = values as Dated;
  return { from, to };
}

export function wordsOf({ from, to }: Period): string {
  return `${from}から${to ?? '期限なし'}`;
}

function same(a: unknown, b: unknown): boolean {
  return canonicalBytes(a).equals(canonicalBytes(b));
}
