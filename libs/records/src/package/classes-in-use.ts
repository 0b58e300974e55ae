import { type LocalDate, formatFiscalYear, formatWareki } from '@fubako/kernel';
import type { Faults, PackageContents, PackageSection, SectionPlan } from '@fubako/organisation';
import { sectionKey } from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { FILING_PLAN } from './filing-class-table';
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

  /** FIL-7 Files that stay under the retention with which they were opened are named, with what the new one would say. */
  async plan(all: PackageContents): Promise<SectionPlan> {
    const moved = all.of(FILING_PLAN).entries.flatMap(({ key, values, stored }) => {
      const terms = all.of(RETENTION_CLASSES).of(values.retention_class ?? '')[0]?.values;
      const isMoved = stored !== null && stored.retention_class !== values.retention_class;
      return isMoved && terms ? [{ code: key, label: terms.label, years: terms.years, basis: terms.basis }] : [];
    });
    if (moved.length === 0) return { changes: [], notes: [] };
    return { changes: [], notes: (await this.staying(moved)).map(noteOf) };
  }

  /** The first hundred of each class and all in number; the new day where it follows from the start that the file has. */
  private staying(moved: readonly object[]): Promise<StayingFile[]> {
    return this.uow.rows<StayingFile>(sql`
      select m.label, x.* from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m(code text, label text, years int, basis text),
        lateral (
          select f.class_code as "classCode", f.title, f.section_name as "sectionName", f.fiscal_year as "fiscalYear",
            f.expires_on as "expiresOn",
            case when m.years > 0 and m.basis <> 'event' and f.starts_on is not null
              then make_date(extract(year from f.starts_on)::int + m.years, 3, 31) end as "wouldBe",
            count(*) over ()::int as count
          from records.record_file f where f.class_code = m.code and f.state in ('open', 'closed')
          order by f.fiscal_year desc, f.section_code, f.volume limit 100) x
      order by x."classCode", x."fiscalYear" desc, x."sectionName"`);
  }

  async apply(): Promise<void> {}
}

interface StayingFile {
  readonly label: string;
  readonly classCode: string;
  readonly title: string;
  readonly sectionName: string;
  readonly fiscalYear: number;
  readonly expiresOn: LocalDate | null;
  readonly wouldBe: LocalDate | null;
  /** Files of the class that are still there. */
  readonly count: number;
}

function noteOf({ label, classCode, title, sectionName, fiscalYear, expiresOn, wouldBe, count }: StayingFile): string {
  const day = (on: LocalDate | null): string => (on === null ? '未定またはなし' : formatWareki(on));
  return `分類「${classCode}」の簿冊「${formatFiscalYear(fiscalYear)} ${title}(${sectionName})」は、これまでの保存期間のままです(満了 ${day(expiresOn)}。「${label}」なら ${day(wouldBe)}。この分類の簿冊は${count}冊)。変えるときは、簿冊ごとに保存期間の変更で行ってください。`;
}
