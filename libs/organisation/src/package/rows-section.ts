import { type LocalDate, localDateAt } from '@fubako/kernel';
import { type Sql, UnitOfWork } from '@fubako/platform/database';
import type { Faults } from './fault';
import type { PackageFiles } from './package-files';
import { Register, periodOf } from './register';
import { type PackageContents, type PackageSection, type SectionKey, type SectionPlan, VERSIONS_FROM } from './section';
import { type PackageRow, type Table, readTable } from './table';

/** What a package's file is read from and against. */
export interface Reading<V> {
  readonly files: PackageFiles;
  readonly stored: readonly V[];
  readonly today: LocalDate;
}

/** How one CSV file becomes rows of one table. */
export interface RowsOptions<V extends object> {
  readonly key: SectionKey<Register<V>>;
  readonly table: Table<V>;
  /** Every stored row, its columns named and typed as in the CSV file; of definitions with versions, those that hold on a day. */
  readonly stored: Sql | ((day: LocalDate) => Sql);
  /** Inserts or updates the rows of a JSON array of objects with those same names (`jsonb_to_recordset`); versions begin on `from`. */
  readonly write: (rows: string, from: LocalDate) => Sql;
  /** Completes rows with what the file leaves open. */
  readonly settle?: (rows: readonly PackageRow<V>[], reading: Reading<V>) => readonly PackageRow<V>[];
  /** What is wrong beside other files. Keys, overlaps and reversed periods are already checked. */
  readonly check?: (own: Register<V>, all: PackageContents, faults: Faults) => void;
}

/** The section for one CSV file: most of a package. */
export class RowsSection<V extends object> implements PackageSection<Register<V>> {
  readonly key: SectionKey<Register<V>>;
  readonly files: readonly string[];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly options: RowsOptions<V>,
  ) {
    this.key = options.key;
    this.files = [options.table.file];
  }

  async read(files: PackageFiles, faults: Faults, day: LocalDate): Promise<Register<V>> {
    const stored = await this.rowsOn(day);
    return readRows(this.options, { files, stored, today: localDateAt(await this.uow.now()) }, faults);
  }

  async stored(day: LocalDate): Promise<Register<V>> {
    return new Register(this.options.table, { rows: [], unreadable: new Set() }, await this.rowsOn(day));
  }

  crossCheck(all: PackageContents, faults: Faults): void {
    checkRows(this.options, all, faults);
  }

  plan(all: PackageContents): SectionPlan {
    return all.of(this.key).plan();
  }

  async apply(all: PackageContents): Promise<void> {
    const rows = all.of(this.key).changed();
    if (rows.length > 0) await this.uow.change(this.options.write(JSON.stringify(rows), all.of(VERSIONS_FROM)));
  }

  private rowsOn(day: LocalDate): Promise<V[]> {
    const { stored } = this.options;
    return this.uow.rows<V>(typeof stored === 'function' ? stored(day) : stored);
  }
}

/** The file laid over what is stored. */
export function readRows<V extends object>(options: RowsOptions<V>, reading: Reading<V>, faults: Faults): Register<V> {
  const content = readTable(options.table, reading.files, faults);
  const rows = options.settle?.(content.rows, reading) ?? content.rows;
  return new Register(options.table, { ...content, rows }, reading.stored);
}

export function checkRows<V extends object>(
  { key, table, check }: RowsOptions<V>,
  all: PackageContents,
  faults: Faults,
): void {
  const own = all.of(key);
  own.checkKeys(faults);
  if (table.dated) checkPeriods(own, faults);
  check?.(own, all, faults);
}

function checkPeriods<V extends object>(register: Register<V>, faults: Faults): void {
  for (const entry of register.entries) {
    const { from, to } = periodOf(entry.values);
    if (to === null || from <= to) continue;
    const place = register.placeOf(entry, 'valid_to' as keyof V & string);
    faults.add(place, 'package.period-reversed', {
      ja: `「valid_to」(${to})が「valid_from」(${from})より前です。終わりの日は始まりの日以後にしてください。`,
      en: `“valid_to” (${to}) is before “valid_from” (${from}). The last day cannot come before the first.`,
    });
  }
}
