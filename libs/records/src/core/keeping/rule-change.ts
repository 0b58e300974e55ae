import type { RetentionTerms, StatutoryFloor } from '../retention';

/** What a retention class says, apart from the statutory floor. */
export type ClassTerms = Pick<RetentionTerms, 'basis' | 'years' | 'label'>;

/** 保存期間の区分 whose years or basis are to be others. */
export interface TermsChange {
  readonly code: string;
  readonly before: ClassTerms;
  readonly after: ClassTerms;
}

/** 分類 that is to be kept by another retention class, or under another statutory period. */
export interface ClassChange {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly floor: StatutoryFloor | null;
  readonly floorChanges: boolean;
}

export interface ChangedRules {
  readonly terms: ReadonlyMap<string, TermsChange>;
  readonly classes: ReadonlyMap<string, ClassChange>;
  /** What every retention class says from now on. */
  readonly now: ReadonlyMap<string, ClassTerms>;
}

/** A file that is there when rules change. */
export interface FileUnderRules {
  readonly classCode: string;
  readonly retentionClass: string;
  /** Terms by which it stays although its class says something else; null: as the class says. */
  readonly kept: ClassTerms | null;
  readonly floor: StatutoryFloor | null;
}

/** By what a file is kept from now on. */
export interface SettledTerms {
  readonly retentionClass: string;
  readonly kept: ClassTerms | null;
  readonly terms: RetentionTerms;
}

/** FIL-7 Codes of the changed rules that concern the file. What was settled for one file, or pinned, stays as it was settled. */
export function touchedBy(file: FileUnderRules, rules: ChangedRules): string[] {
  const own = rules.classes.get(file.classCode);
  const terms = file.kept === null ? rules.terms.get(file.retentionClass) : undefined;
  const isOwn = own !== undefined && (moves(file, own) || own.floorChanges);
  return [...(isOwn ? [own.code] : []), ...(terms ? [terms.code] : [])];
}

/** One of the rules by itself; what retention classes say from now on stays known. */
export function only({ terms, classes, now }: ChangedRules, code: string): ChangedRules {
  const alone = <T>(all: ReadonlyMap<string, T>) => new Map([...all].filter(([key]) => key === code));
  return { terms: alone(terms), classes: alone(classes), now };
}

/** FIL-7 A rule that is not retroactive leaves the file under what held before, whatever its class says from now on. */
export function settledTerms(
  file: FileUnderRules,
  rules: ChangedRules,
  isRetroactive: (code: string) => boolean,
): SettledTerms {
  const own = rules.classes.get(file.classCode);
  const applies = own !== undefined && isRetroactive(own.code);
  const floor = applies && own.floorChanges ? own.floor : file.floor;
  const retentionClass = applies && moves(file, own) ? own.to : file.retentionClass;
  const kept = retentionClass === file.retentionClass ? keptTerms(file, rules, isRetroactive) : null;
  const terms = kept ?? rules.now.get(retentionClass);
  if (!terms) throw new Error(`No retention class ${retentionClass}.`);
  return { retentionClass, kept, terms: { ...terms, floor } };
}

function keptTerms(file: FileUnderRules, rules: ChangedRules, isRetroactive: (code: string) => boolean) {
  const change = rules.terms.get(file.retentionClass);
  if (file.kept !== null || !change || isRetroactive(change.code)) return file.kept;
  return change.before;
}

const moves = (file: FileUnderRules, change: ClassChange): boolean =>
  change.from !== change.to && file.kept === null && file.retentionClass === change.from;
