import {
  type Faults,
  type Register,
  RowsSection,
  type ValuesOf,
  code,
  int,
  oneOf,
  optional,
  sectionKey,
  table,
  text,
} from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { type TermsFault, termsFaults } from '../core/keeping/terms-faults';
import { RETENTION_BASES } from '../core/retention';

/** 満了時の措置: destroyed, transferred to the archives, appraised first, or reviewed while in use. */
export const DISPOSITIONS = ['destroy', 'transfer', 'appraise', 'review'] as const;

const columns = {
  code: code(),
  label: text({ max: 30 }),
  years: optional(int({ min: 0, max: 100 })),
  basis: oneOf(RETENTION_BASES),
  disposition: oneOf(DISPOSITIONS),
};

export type RetentionClassValues = ValuesOf<typeof columns>;
const retentionClasses = table({ file: 'retention_classes.csv', columns, key: ['code'], dated: false });
export const RETENTION_CLASSES = sectionKey<Register<RetentionClassValues>>('retention_classes');

/** 保存期間の区分 */
export const retentionClassesSection = (uow: UnitOfWork): RowsSection<RetentionClassValues> =>
  new RowsSection(uow, {
    key: RETENTION_CLASSES,
    table: retentionClasses,
    stored: sql`select code, label, years, basis, disposition from records.retention_class order by code`,
    write: (rows) => sql`
      insert into records.retention_class (code, label, years, basis, disposition)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(code text, label text, years int, basis text, disposition text)
      on conflict (code) do update set label = excluded.label, years = excluded.years, basis = excluded.basis,
        disposition = excluded.disposition`,
    check: (own, _all, faults) => checkTerms(own, faults),
  });

const COLUMN_OF = {
  'years-missing': 'years',
  'years-not-empty': 'years',
  'basis-does-not-fit': 'basis',
  'disposition-does-not-fit': 'disposition',
} as const satisfies Record<TermsFault, keyof RetentionClassValues>;

function checkTerms(classes: Register<RetentionClassValues>, faults: Faults): void {
  for (const entry of classes.entries)
    for (const fault of termsFaults(entry.values))
      faults.add(classes.placeOf(entry, COLUMN_OF[fault]), `package.${fault}`, wordsOf(fault, entry.values));
}

function wordsOf(fault: TermsFault, { label, years }: RetentionClassValues): string {
  switch (fault) {
    case 'years-missing':
      return `「${label}」の年数が空です。満了日のない区分なら、「label」を 永年 か 常用 にしてください。`;
    case 'years-not-empty':
      return `「${label}」には満了日がないので、「years」を空にしてください(いまは${years}です)。`;
    case 'basis-does-not-fit':
      return `1年未満の区分は簿冊の年度では数えません。「basis」を closed か created にしてください。`;
    case 'disposition-does-not-fit':
      return `歴史公文書として移管するものの保存期間を1年未満にはできません。「years」か「disposition」を直してください。`;
  }
}
