import { MATTER_TYPES } from '@fubako/documents';
import {
  FUNCTIONS,
  ORG_UNITS,
  type PackageContents,
  type Faults,
  type Register,
  RowsSection,
  checkReferences,
} from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';
import { checkLevels } from './check-levels';
import { FILING_PLAN, type FilingClassValues, filingPlan } from './filing-class-table';
import { RETENTION_CLASSES, STATUTE_BY_HALVES } from './retention-classes';

/** ファイル基準表 */
export const filingPlanSection = (uow: UnitOfWork): RowsSection<FilingClassValues> =>
  new RowsSection(uow, {
    key: FILING_PLAN,
    table: filingPlan,
    stored: sql`
      select code, name, level, parent_code, function_code, retention_class, disclosure_class, disposition,
        section_code as org_unit_code, adjustment_period, personal_data, last_year,
        statutory_years, statutory_law
      from records.filing_class order by code`,
    settle: (rows, { stored }) => {
      const known = new Map(stored.map((row) => [row.code, row]));
      return rows.map((row) => ({ ...row, values: keptWhereOpen(row.values, known.get(row.values.code)) }));
    },
    write: (rows) => sql`
      insert into records.filing_class
        (code, name, level, parent_code, function_code, retention_class, disclosure_class, disposition, section_code,
          adjustment_period, personal_data, last_year, statutory_years, statutory_law)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(code text, name text, level int, parent_code text,
        function_code text, retention_class text, disclosure_class text, disposition text, org_unit_code text,
        adjustment_period boolean, personal_data boolean, last_year int,
        statutory_years int, statutory_law text)
      on conflict (code) do update set name = excluded.name, level = excluded.level, parent_code = excluded.parent_code,
        function_code = excluded.function_code, retention_class = excluded.retention_class,
        disclosure_class = excluded.disclosure_class, disposition = excluded.disposition, section_code = excluded.section_code,
        adjustment_period = excluded.adjustment_period, personal_data = excluded.personal_data, last_year = excluded.last_year,
        statutory_years = excluded.statutory_years, statutory_law = excluded.statutory_law`,
    check: (own, all, faults) => {
      checkPlanRows(own, all, faults);
      checkMatterTypes(own, all, faults);
    },
  });

/** What a plan says beside organisation and retention classes, wherever it was drafted. */
export function checkPlanRows(own: Register<FilingClassValues>, all: PackageContents, faults: Faults): void {
  checkReferences({ from: own, column: 'parent_code', to: own, noun: '上位の分類' }, faults);
  checkReferences({ from: own, column: 'function_code', to: all.of(FUNCTIONS), noun: '事務分掌' }, faults);
  checkReferences({ from: own, column: 'org_unit_code', to: all.of(ORG_UNITS), noun: '課' }, faults);
  const retention = all.of(RETENTION_CLASSES);
  checkReferences({ from: own, column: 'retention_class', to: retention, noun: '保存期間の区分' }, faults);
  checkLevels(own, faults);
  checkStatutes(own, faults);
}

/** What the file leaves open stays as it is: the plan is also revised on screen. */
function keptWhereOpen(values: FilingClassValues, stored: FilingClassValues | undefined): FilingClassValues {
  const before = { ...NOTHING_STORED, ...stored };
  return {
    ...values,
    org_unit_code: values.org_unit_code ?? before.org_unit_code,
    adjustment_period: values.adjustment_period ?? before.adjustment_period,
    personal_data: values.personal_data ?? before.personal_data,
    last_year: values.last_year ?? before.last_year,
    statutory_years: values.statutory_years ?? before.statutory_years,
    statutory_law: values.statutory_law ?? before.statutory_law,
  };
}

const NOTHING_STORED = {
  org_unit_code: null,
  adjustment_period: false,
  personal_data: false,
  last_year: null,
  statutory_years: null,
  statutory_law: null,
} as const;

/** RULE-84 A statutory period names its law: it is shown with every date that it moves. */
function checkStatutes(plan: Register<FilingClassValues>, faults: Faults): void {
  for (const entry of plan.entries) {
    const { statutory_years: years, statutory_law: law } = entry.values;
    if ((years === null) === (law === null)) continue;
    const column = years === null ? 'statutory_years' : 'statutory_law';
    faults.add(plan.placeOf(entry, column), 'package.required', STATUTE_BY_HALVES);
  }
}

/** The class that a matter type presets must be able to hold its documents. `documents` cannot ask: the plan stands above it. */
function checkMatterTypes(plan: Register<FilingClassValues>, all: PackageContents, faults: Faults): void {
  const types = all.of(MATTER_TYPES);
  checkReferences({ from: types, column: 'default_class_code', to: plan, noun: '分類' }, faults);
  for (const entry of types.entries) {
    const preset = plan.of(entry.values.default_class_code)[0];
    if (preset === undefined || preset.values.level === 3) continue;
    faults.add(types.placeOf(entry, 'default_class_code'), 'package.not-a-holding-class', {
      ja: `「default_class_code」の分類「${preset.key}」(${preset.values.name})は小分類ではないので、文書をつづれません。小分類のコードを書いてください。`,
      en: `“default_class_code”: “${preset.key}” (“${preset.values.name}”) is not of level 3 and cannot hold documents. Write a class of level 3.`,
    });
  }
}
