import { type Folding, type LocalDate, fold } from '@fubako/kernel';
import type { Condition, Term } from './condition';
import { daysIn } from './dates';
import { placesOf } from './highlight';
import type { Range } from './ranges';
import type { PartSource } from './searchable-document';

/** A found document with its texts as they were written. */
export interface WrittenDocument {
  readonly parts: readonly { readonly source: PartSource; readonly text: string }[];
  readonly serials: readonly number[];
  readonly ownerUnit: string;
  /** Null for what is not filed. */
  readonly fileId: string | null;
  readonly fy: number;
  readonly sortOn: LocalDate;
  readonly decided: boolean;
  readonly amount: number | null;
}

export interface Strictness {
  readonly off: readonly Folding[];
  /** Codes of the sections that each needle of 所属 means. */
  readonly unitCodes: ReadonlyMap<string, readonly string[]>;
  /** Ids of the files that each needle of 簿冊 means. */
  readonly fileIds: ReadonlyMap<string, readonly string[]>;
}

/** SEA-13 Whether the document meets the condition when some foldings do not count. */
export function meets(document: WrittenDocument, condition: Condition, how: Strictness): boolean {
  switch (condition.kind) {
    case 'term':
      return hasTerm(document, condition, how);
    case 'unit':
      return isAmong(how.unitCodes.get(condition.needle), document.ownerUnit);
    case 'file':
      return isAmong(how.fileIds.get(condition.needle), document.fileId);
    case 'years':
      return isIn(condition, document.fy);
    case 'decided':
      return document.decided && isIn(condition, document.sortOn);
    case 'amount':
      return document.amount !== null && isIn(condition, document.amount);
    case 'all':
      return condition.of.every((each) => meets(document, each, how));
    case 'any':
      return condition.of.some((each) => meets(document, each, how));
    case 'not':
      return !meets(document, condition.of, how);
  }
}

function isAmong(values: readonly string[] | undefined, value: string | null): boolean {
  return value !== null && (values?.includes(value) ?? false);
}

function hasTerm(
  { parts, serials }: WrittenDocument,
  { field, ...term }: Term & { readonly field: PartSource | null },
  { off }: Strictness,
): boolean {
  if (term.serial !== null && serials.includes(term.serial)) return true;
  return parts.some(({ source, text }) => {
    if (field !== null && source !== field) return false;
    const folded = fold(text);
    if (placesOf(text, folded, { term, off }).length > 0) return true;
    return term.day !== null && daysIn(folded).some(({ day }) => day === term.day);
  });
}

function isIn<T extends number | string>({ from, to }: Range<T>, value: T): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}
