import {
  type Faults,
  type Register,
  RowsSection,
  type ValuesOf,
  type Words,
  code,
  int,
  mayBeMissing,
  oneOf,
  optional,
  sectionKey,
  settingsOf,
  table,
  text,
} from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { DISPOSITIONS } from '../core/keeping/dispositions';
import type { ClassTerms } from '../core/keeping/rule-change';
import { type TermsFault, termsFaults } from '../core/keeping/terms-faults';
import { RETENTION_BASES, type RetentionBasis } from '../core/retention';

const columns = {
  code: code(),
  label: text({ max: 30 }),
  years: optional(int({ min: 0, max: 100 })),
  /** Empty: as it is; of a class that is new, as the settings say (RULE-81). */
  basis: optional(oneOf(RETENTION_BASES)),
  disposition: oneOf(DISPOSITIONS),
  /** What a law demands at least, with its name; empty or missing: as it is. */
  statutory_years: mayBeMissing(int({ min: 1, max: 100 })),
  statutory_law: mayBeMissing(text({ max: 100 })),
};

/** Where neither file nor settings can be read, which is a fault of its own. */
const UNSAID: RetentionBasis = 'closed';

export type RetentionClassValues = ValuesOf<typeof columns>;
const retentionClasses = table({ file: 'retention_classes.csv', columns, key: ['code'], dated: false });
export const RETENTION_CLASSES = sectionKey<Register<RetentionClassValues>>('retention_classes');

export const termsOf = ({ basis, years, label }: RetentionClassValues): ClassTerms => ({
  basis: basis ?? UNSAID,
  years,
  label,
});

/** 保存期間の区分 */
export const retentionClassesSection = (uow: UnitOfWork): RowsSection<RetentionClassValues> =>
  new RowsSection(uow, {
    key: RETENTION_CLASSES,
    table: retentionClasses,
    stored: sql`
      select code, label, years, basis, disposition, statutory_years, statutory_law from records.retention_class order by code`,
    settle: (rows, { stored, files }) => {
      const known = new Map(stored.map((row) => [row.code, row]));
      const usual = settingsOf(files)?.retentionBasis ?? UNSAID;
      return rows.map((row) => ({ ...row, values: keptWhereOpen(row.values, known.get(row.values.code), usual) }));
    },
    write: (rows) => sql`
      insert into records.retention_class (code, label, years, basis, disposition, statutory_years, statutory_law)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(code text, label text, years int, basis text, disposition text,
        statutory_years int, statutory_law text)
      on conflict (code) do update set label = excluded.label, years = excluded.years, basis = excluded.basis,
        disposition = excluded.disposition, statutory_years = excluded.statutory_years, statutory_law = excluded.statutory_law`,
    check: (own, _all, faults) => {
      checkTerms(own, faults);
      checkStatutes(own, faults);
    },
  });

const keptWhereOpen = (
  values: RetentionClassValues,
  before: RetentionClassValues | undefined,
  usual: RetentionBasis,
): RetentionClassValues => ({
  ...values,
  basis: values.basis ?? before?.basis ?? usual,
  statutory_years: values.statutory_years ?? before?.statutory_years ?? null,
  statutory_law: values.statutory_law ?? before?.statutory_law ?? null,
});

export const STATUTE_BY_HALVES: Words = {
  ja: '法定の保存期間は、年数と根拠の法令名を両方書いてください(なければ両方を空にします)。',
  en: 'Write both the years that a law demands and the name of the law, or neither.',
};

/** RULE-84 A statutory period names its law, and nothing is less than it. */
function checkStatutes(classes: Register<RetentionClassValues>, faults: Faults): void {
  for (const entry of classes.entries) {
    const { label, years, statutory_years: least, statutory_law: law } = entry.values;
    if ((least === null) !== (law === null))
      faults.add(
        classes.placeOf(entry, least === null ? 'statutory_years' : 'statutory_law'),
        'package.required',
        STATUTE_BY_HALVES,
      );
    else if (least !== null && years !== null && years < least)
      faults.add(classes.placeOf(entry, 'years'), 'package.below-statute', {
        ja: `「${label}」は${law ?? ''}により${least}年以上にしてください。`,
        en: `“${label}” must be kept for ${least} years at least (“${law ?? ''}”).`,
      });
  }
}

const COLUMN_OF = {
  'years-missing': 'years',
  'years-not-empty': 'years',
  'basis-does-not-fit': 'basis',
  'disposition-does-not-fit': 'disposition',
} as const satisfies Record<TermsFault, keyof RetentionClassValues>;

function checkTerms(classes: Register<RetentionClassValues>, faults: Faults): void {
  for (const entry of classes.entries)
    for (const fault of termsFaults({ ...termsOf(entry.values), disposition: entry.values.disposition }))
      faults.add(classes.placeOf(entry, COLUMN_OF[fault]), `package.${fault}`, wordsOf(fault, entry.values));
}

function wordsOf(fault: TermsFault, { label, years }: RetentionClassValues): Words {
  switch (fault) {
    case 'years-missing':
      return {
        ja: `「${label}」の年数が空です。満了日のない区分なら、「label」を 永年 か 常用 にしてください。`,
        en: `“${label}” has no years. Call it “永年” or “常用” if it has no end.`,
      };
    case 'years-not-empty':
      return {
        ja: `「${label}」には満了日がないので、「years」を空にしてください(いまは${years}です)。`,
        en: `“${label}” has no end: leave “years” empty (it is ${years}).`,
      };
    case 'basis-does-not-fit':
      return {
        ja: `1年未満の区分は簿冊の年度では数えません。「basis」を closed か created にしてください。`,
        en: 'What is kept for less than a year is not counted by the year of its file. Write closed or created into “basis”.',
      };
    case 'disposition-does-not-fit':
      return {
        ja: `歴史公文書として移管するものの保存期間を1年未満にはできません。「years」か「disposition」を直してください。`,
        en: 'What goes to the archives is not kept for less than a year. Correct “years” or “disposition”.',
      };
  }
}
