import { CellFault, type Column, readCell } from './column';
import { type CsvRecord, readCsv } from './csv';
import { type Faults, type Place, type Words, wholeFile } from './fault';
import type { PackageFiles } from './package-files';

type Columns = Readonly<Record<string, Column<unknown>>>;
export type ValuesOf<C extends Columns> = {
  readonly [K in keyof C & string]: C[K] extends Column<infer T> ? T : never;
};

/** One CSV file of the package: its columns, and which of them name what a row is about. */
export interface Table<V> {
  readonly file: string;
  /** Whether a package may come without this file. */
  readonly optional: boolean;
  readonly columns: { readonly [K in keyof V & string]: Column<V[K]> };
  /** Columns that say what the row is about. With `dated` there is one row for each key and day, otherwise one row for each key. */
  readonly key: readonly (keyof V & string)[];
  /** Whether rows hold from `valid_from` to `valid_to`. */
  readonly dated: boolean;
}

export interface PackageRow<V> {
  readonly values: V;
  readonly line: number;
  at(column: keyof V & string): Place;
}

export interface TableContent<V> {
  readonly rows: readonly PackageRow<V>[];
  /** Keys of rows that could not be read: whoever refers to them is not at fault. Null when the whole file could not be read. */
  readonly unreadable: ReadonlySet<string> | null;
}

export function table<C extends Columns>(spec: {
  readonly file: string;
  readonly optional?: boolean;
  readonly columns: C;
  readonly key: readonly (keyof C & string)[];
  readonly dated: boolean;
}): Table<ValuesOf<C>> {
  return { optional: false, ...spec } as unknown as Table<ValuesOf<C>>;
}

export function keyOf<V>({ key }: Table<V>, values: V): string {
  return joined(key.map((column) => String(values[column] ?? '')));
}

/** Empty parts (a role for the whole municipality) leave no trace in the key that a clerk reads. */
function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/** Reads every row; rows with faults are left out and reported cell by cell. */
export function readTable<V>(spec: Table<V>, files: PackageFiles, faults: Faults): TableContent<V> {
  if (spec.optional && !files.has(spec.file)) return { rows: [], unreadable: new Set() };
  const text = files.text(spec.file, faults);
  const records = text === null ? null : readCsv(spec.file, text, faults);
  const [header, ...lines] = records ?? [];
  const positions = records && headerOf(spec, header, faults);
  if (!positions) return { rows: [], unreadable: null };
  const reader = new RowReader(spec, positions, faults);
  const rows = lines.flatMap((record) => reader.read(record) ?? []);
  return { rows, unreadable: reader.unreadable };
}

/** Where each column stands; null when the header does not fit, which becomes a fault for each wrong column. */
function headerOf<V>(
  { file, columns }: Table<V>,
  header: CsvRecord | undefined,
  faults: Faults,
): ReadonlyMap<string, number> | null {
  const names = (header?.cells ?? []).map((cell) => cell.trim());
  const expected = Object.keys(columns);
  const before = faults.all().length;
  const complain = (column: number, field: string, words: Words): void =>
    faults.add({ file, line: header?.line ?? 1, column, field }, 'package.wrong-columns', words);
  names.forEach((name, index) => {
    if (!expected.includes(name))
      complain(index + 1, name, {
        ja: `「${name}」という列はこのファイルにはありません。使える列は ${expected.join('、')} です。`,
        en: `This file has no column “${name}”. Its columns are ${expected.join(', ')}.`,
      });
    else if (names.indexOf(name) !== index)
      complain(index + 1, name, {
        ja: `列「${name}」が二つあります。一つにしてください。`,
        en: `Column “${name}” is there twice. Keep one.`,
      });
  });
  for (const [name, column] of Object.entries<Column<unknown>>(columns)) {
    if (!column.mayBeMissing && !names.includes(name))
      complain(0, name, {
        ja: `列「${name}」がありません。1行目に列名を書き足してください。`,
        en: `Column “${name}” is missing. Add its name to the first line.`,
      });
  }
  return faults.all().length > before ? null : new Map(names.map((name, index) => [name, index]));
}

function inCell(name: string, { words: { ja, en } }: CellFault): Words {
  return { ja: `「${name}」は${ja}`, en: `“${name}”: ${en}` };
}

class RowReader<V> {
  readonly unreadable = new Set<string>();

  constructor(
    private readonly spec: Table<V>,
    private readonly positions: ReadonlyMap<string, number>,
    private readonly faults: Faults,
  ) {}

  read({ line, cells }: CsvRecord): PackageRow<V> | null {
    const at = (column: string): Place => ({
      file: this.spec.file,
      line,
      column: (this.positions.get(column) ?? -1) + 1,
      field: column,
    });
    const values = Object.entries<Column<unknown>>(this.spec.columns).map(
      ([name, column]) => [name, readCell(column, this.cell(cells, name))] as const,
    );
    const bad = values.filter((entry): entry is [string, CellFault] => entry[1] instanceof CellFault);
    bad.forEach(([name, fault]) => this.faults.add(at(name), fault.code, inCell(name, fault)));
    const surplus = cells.length > this.positions.size;
    if (surplus) {
      const words = {
        ja: `列が多すぎます(${this.positions.size}列のはずが${cells.length}列)。「,」を含む値は「"」で囲んでください。`,
        en: `Too many cells (${cells.length} instead of ${this.positions.size}). Put values that hold a comma in quotation marks.`,
      };
      this.faults.add(
        { ...wholeFile(this.spec.file), line, column: this.positions.size + 1 },
        'package.wrong-cell-count',
        words,
      );
    }
    if (bad.length === 0 && !surplus) return { values: Object.fromEntries(values) as V, line, at };
    this.unreadable.add(joined(this.spec.key.map((name) => this.cell(cells, name).trim())));
    return null;
  }

  private cell(cells: readonly string[], name: string): string {
    const position = this.positions.get(name);
    return position === undefined ? '' : (cells[position] ?? '');
  }
}
