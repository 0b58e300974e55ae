/** 分類 as a version of the filing plan (ファイル基準表) says it; what is not said here stays on its files as they were opened. */
export interface PlanClass {
  readonly code: string;
  readonly name: string;
  /** 1 大分類, 2 中分類, 3 小分類 */
  readonly level: number;
  readonly parentCode: string | null;
  readonly functionCode: string | null;
  readonly retentionClass: string | null;
  readonly disclosureClass: string | null;
  readonly disposition: string | null;
  /** 課別の部分: the section that keeps the class; null: 共通の部分. */
  readonly sectionCode: string | null;
  readonly adjustmentPeriod: boolean;
  readonly personalData: boolean;
  /** Last fiscal year in which files are opened; null: it goes on. */
  readonly lastYear: number | null;
  readonly statutoryYears: number | null;
  readonly statutoryLaw: string | null;
}

/** What may be said of a class besides its code and its level. */
export const PLAN_COLUMNS = [
  'name',
  'parentCode',
  'functionCode',
  'retentionClass',
  'disclosureClass',
  'disposition',
  'sectionCode',
  'adjustmentPeriod',
  'personalData',
  'lastYear',
  'statutoryYears',
  'statutoryLaw',
] as const satisfies readonly (keyof PlanClass)[];
export type PlanColumn = (typeof PLAN_COLUMNS)[number];

/** What a version makes of one class: the columns it changes; of a new class, all of them (PLAN-2). */
export interface PlanChange {
  readonly code: string;
  readonly isNew: boolean;
  readonly columns: Partial<PlanClass>;
}

/** PLAN-2 Only what differs; null: nothing does. */
export function changeOf(before: PlanClass | null, wanted: PlanClass): PlanChange | null {
  const { code, ...all } = wanted;
  if (before === null) return { code, isNew: true, columns: all };
  const differing = PLAN_COLUMNS.filter((column) => before[column] !== wanted[column]);
  if (differing.length === 0) return null;
  return { code, isNew: false, columns: Object.fromEntries(differing.map((column) => [column, wanted[column]])) };
}

/** Those that the plan has not, or not so. */
export function differing(plan: readonly PlanClass[], wanted: readonly PlanClass[]): PlanClass[] {
  const known = new Map(plan.map((one) => [one.code, one]));
  return wanted.filter((one) => changeOf(known.get(one.code) ?? null, one) !== null);
}

/** PLAN-2 The plan with the changes laid over it, in the order of the codes. What a change does not name stays as it is. */
export function withChanges(plan: readonly PlanClass[], changes: readonly PlanChange[]): PlanClass[] {
  const classes = new Map(plan.map((one) => [one.code, one]));
  for (const { code, columns } of changes)
    classes.set(code, { ...(classes.get(code) ?? NOTHING_SAID), ...columns, code });
  return [...classes.values()].toSorted((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
}

/** The plan as it was before the changes, by what their columns said then. */
export function withoutChanges(
  plan: readonly PlanClass[],
  changes: readonly (PlanChange & { readonly was: Partial<PlanClass> | null })[],
): PlanClass[] {
  const byCode = new Map(changes.map((change) => [change.code, change]));
  return plan.flatMap((one) => {
    const change = byCode.get(one.code);
    if (change?.isNew) return [];
    return [{ ...one, ...change?.was }];
  });
}

const NOTHING_SAID: Omit<PlanClass, 'code'> = {
  name: '',
  level: 1,
  parentCode: null,
  functionCode: null,
  retentionClass: null,
  disclosureClass: null,
  disposition: null,
  sectionCode: null,
  adjustmentPeriod: false,
  personalData: false,
  lastYear: null,
  statutoryYears: null,
  statutoryLaw: null,
};

/** No files are opened in the year: the last one was before it. */
export const hasEnded = ({ lastYear }: Pick<PlanClass, 'lastYear'>, fiscalYear: number): boolean =>
  lastYear !== null && lastYear < fiscalYear;

/** The class and those above it, the nearest first; a loop ends where it began. */
export function lineOf(code: string, plan: ReadonlyMap<string, PlanClass>): PlanClass[] {
  const line: PlanClass[] = [];
  for (let one = plan.get(code); one && !line.includes(one); one = plan.get(one.parentCode ?? '')) line.push(one);
  return line;
}
