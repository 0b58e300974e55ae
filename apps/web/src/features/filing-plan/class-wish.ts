import type { PlanClass, PlanClassInput } from '../../shared/api/filing-plan';

/** A class as it is typed; empty: nothing is said. */
export interface TypedClass {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string;
  readonly functionCode: string;
  readonly retentionClass: string;
  readonly disclosureClass: string;
  readonly disposition: string;
  readonly sectionCode: string;
  readonly adjustmentPeriod: boolean;
  readonly personalData: boolean;
  readonly lastYear: string;
  readonly statutoryYears: string;
  readonly statutoryLaw: string;
}

const text = (value: string | number | null): string => (value === null ? '' : String(value));

export const typedOf = (one: PlanClass): TypedClass => ({
  code: one.code,
  name: one.name,
  parentCode: text(one.parentCode),
  functionCode: text(one.functionCode),
  retentionClass: text(one.retentionClass),
  disclosureClass: text(one.disclosureClass),
  disposition: text(one.disposition),
  sectionCode: text(one.sectionCode),
  adjustmentPeriod: one.adjustmentPeriod,
  personalData: one.personalData,
  lastYear: text(one.lastYear),
  statutoryYears: text(one.statutoryYears),
  statutoryLaw: text(one.statutoryLaw),
});

export const newClass = (code: string, parentCode: string): TypedClass => ({
  code,
  name: '',
  parentCode,
  functionCode: '',
  retentionClass: '',
  disclosureClass: 'open',
  disposition: '',
  sectionCode: '',
  adjustmentPeriod: false,
  personalData: false,
  lastYear: '',
  statutoryYears: '',
  statutoryLaw: '',
});

/** Years by law as they are typed, full width too; empty: null; undefined: no such number. */
export function yearsByLaw(typed: string): number | null | undefined {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return null;
  const years = /^\d{1,3}$/.test(plain) ? Number(plain) : 0;
  return years >= 1 && years <= 100 ? years : undefined;
}

/** What is sent; a class of a higher level says nothing of keeping. */
export function wishOf(
  typed: TypedClass,
  { level, revision, isNew }: { level: number; revision: number; isNew: boolean },
): PlanClassInput & { code: string } {
  const said = (value: string): string | null => value.trim() || null;
  const ofFiles = (value: string): string | null => (level === 3 ? said(value) : null);
  return {
    revision,
    isNew,
    code: typed.code.trim(),
    name: typed.name.trim(),
    parentCode: said(typed.parentCode),
    functionCode: said(typed.functionCode),
    retentionClass: ofFiles(typed.retentionClass),
    disclosureClass: ofFiles(typed.disclosureClass) as PlanClassInput['disclosureClass'],
    disposition: ofFiles(typed.disposition) as PlanClassInput['disposition'],
    sectionCode: ofFiles(typed.sectionCode),
    adjustmentPeriod: level === 3 && typed.adjustmentPeriod,
    personalData: level === 3 && typed.personalData,
    lastYear: typed.lastYear === '' ? null : Number(typed.lastYear),
    statutoryYears: yearsByLaw(typed.statutoryYears) ?? null,
    statutoryLaw: said(typed.statutoryLaw),
  };
}
