import type { Faults, PackageContents, PackageSection, SectionPlan } from '@fubako/organisation';
import { sectionKey } from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { RETENTION_CLASSES } from './retention-classes';

/** Codes of retention classes by which files are kept. */
const CLASSES_IN_USE = sectionKey<ReadonlySet<string>>('retention_classes_in_use');

/** Guards retention that has begun: a file keeps the years it was opened with, so another period needs another code (RULE-83). */
export class ClassesInUseSection implements PackageSection<ReadonlySet<string>> {
  readonly key = CLASSES_IN_USE;
  readonly files = [];

  constructor(private readonly uow: UnitOfWork) {}

  async read(): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ code: string }>(sql`
      select code from records.retention_class c
      where exists (select from records.record_file f where f.retention_class = c.code)`);
    return new Set(rows.map(({ code }) => code));
  }

  crossCheck(all: PackageContents, faults: Faults): void {
    const classes = all.of(RETENTION_CLASSES);
    for (const entry of classes.entries) {
      const { key, values, stored } = entry;
      if (stored === null || !all.of(CLASSES_IN_USE).has(key)) continue;
      for (const column of ['years', 'basis'] as const) {
        if (values[column] === stored[column]) continue;
        const before = stored[column] ?? '空';
        const message = `「${key}」(${stored.label})で保存している簿冊があるため、「${column}」(${before})は変えられません。新しいコードの区分を作り、分類をそちらに付け替えてください。`;
        faults.add(classes.placeOf(entry, column), 'package.retention-in-use', message);
      }
    }
  }

  plan(): SectionPlan {
    return { changes: [], notes: [] };
  }

  async apply(): Promise<void> {}
}
