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
import { RETENTION_BASES } from '../core/retention';

/** 満了時の措置: destroyed, transferred to the archives, appraised first, or reviewed while in use. */
export const DISPOSITIONS = ['destroy', 'transfer', 'appraise', 'review'] as const;

/** Labels of what has no end date (RULE-80). */
const WITHOUT_END = /永年|永久|常用/;

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

/** A forgotten number of years must not look like 永年, nor the other way round (RULE-80, RULE-90). */
function checkTerms(classes: Register<RetentionClassValues>, faults: Faults): void {
  for (const entry of classes.entries) {
    const { label, years, basis, disposition } = entry.values;
    const complain = (column: keyof RetentionClassValues, code: string, message: string): void =>
      faults.add(classes.placeOf(entry, column), code, message);
    if (years === null && !WITHOUT_END.test(label))
      complain(
        'years',
        'package.years-missing',
        `「${label}」の年数が空です。満了日のない区分なら、「label」を 永年 か 常用 にしてください。`,
      );
    if (years !== null && WITHOUT_END.test(label))
      complain(
        'years',
        'package.years-not-empty',
        `「${label}」には満了日がないので、「years」を空にしてください(いまは${years}です)。`,
      );
    if (years === 0 && (basis === 'file_earliest' || basis === 'file_latest'))
      complain(
        'basis',
        'package.basis-does-not-fit',
        `1年未満の区分は簿冊の年度では数えません。「basis」を closed か created にしてください。`,
      );
    if (years === 0 && disposition === 'transfer')
      complain(
        'disposition',
        'package.disposition-does-not-fit',
        `歴史公文書として移管するものの保存期間を1年未満にはできません。「years」か「disposition」を直してください。`,
      );
  }
}
