import { type Fault, Faults, PackageFiles, Register, readTable } from '@fubako/organisation';
import type { DisclosureClass } from '@fubako/documents';
import type { PlanClass } from '../core/plan/filing-plan';
import { type FilingClassValues, filingPlan } from './filing-class-table';

/** A class as a line of `filing_plan.csv` says it. */
export const valuesOf = (one: PlanClass): FilingClassValues => ({
  code: one.code,
  name: one.name,
  level: one.level,
  parent_code: one.parentCode,
  function_code: one.functionCode,
  retention_class: one.retentionClass,
  disclosure_class: one.disclosureClass as DisclosureClass | null,
  disposition: one.disposition as FilingClassValues['disposition'],
  org_unit_code: one.sectionCode,
  adjustment_period: one.adjustmentPeriod,
  personal_data: one.personalData,
  last_year: one.lastYear,
  statutory_years: one.statutoryYears,
  statutory_law: one.statutoryLaw,
});

const classOf = (values: FilingClassValues): PlanClass => ({
  code: values.code,
  name: values.name,
  level: values.level,
  parentCode: values.parent_code,
  functionCode: values.function_code,
  retentionClass: values.retention_class,
  disclosureClass: values.disclosure_class,
  disposition: values.disposition,
  sectionCode: values.org_unit_code,
  adjustmentPeriod: values.adjustment_period ?? false,
  personalData: values.personal_data ?? false,
  lastYear: values.last_year,
  statutoryYears: values.statutory_years,
  statutoryLaw: values.statutory_law,
});

/** The columns of a list, in the order in which it goes out. */
export const PLAN_LIST_COLUMNS = Object.keys(filingPlan.columns) as readonly (keyof FilingClassValues)[];

export interface ReadPlanList {
  readonly classes: readonly PlanClass[];
  /** Of any fault nothing is taken. */
  readonly faults: readonly Fault[];
}

/**
 * PLAN-10 Classes as a list (`filing_plan.csv`) wants them: those that it leaves out stay, and so does what a column says that it has not.
 * @param plan over which it is laid
 */
export function readPlanList(text: string, plan: readonly PlanClass[]): ReadPlanList {
  const faults = new Faults();
  const known = new Map(plan.map((one) => [one.code, one]));
  const content = readTable(filingPlan, PackageFiles.of({ [filingPlan.file]: text }), faults);
  const list = new Register(filingPlan, content, []);
  list.checkKeys(faults);
  for (const entry of list.entries) {
    const before = known.get(entry.key);
    if (before && before.level !== entry.values.level)
      faults.add(list.placeOf(entry, 'level'), 'package.level-changed', {
        ja: `「level」は変えられません(いまは${before.level}です)。段を変えるときは、新しい分類を作ってください。`,
        en: `“level” does not change (it is ${before.level}). Add another class to have it elsewhere.`,
      });
  }
  const open = PLAN_LIST_COLUMNS.filter((column) => !columnsIn(text).includes(column));
  const classes = content.rows.map(({ values }) => {
    const before = known.get(values.code);
    const kept = before ? valuesOf(before) : values;
    return classOf({ ...values, ...Object.fromEntries(open.map((column) => [column, kept[column]])) });
  });
  return { classes, faults: faults.all() };
}

const columnsIn = (text: string): string[] =>
  (text.replace(/^\uFEFF/u, '').split(/\r?\n/u, 1)[0] ?? '').split(',').map((cell) => cell.trim().replaceAll('"', ''));
