import type { FiscalYear, LocalDate } from '@fubako/kernel';
import type { Range } from './ranges';
import type { PartSource } from './searchable-document';

/** A stretch of the box, as UTF-16 offsets, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One word or phrase: a document has it when one of its parts holds `needle`, when one of its numbers has the serial, or when the day stands in it. */
export interface Term {
  readonly needle: string;
  /** As it was typed: what counts where foldings are off. */
  readonly written: string;
  readonly serial: number | null;
  readonly day: LocalDate | null;
}

/** Fields whose text is searched, by the source that holds it. */
export type TextField = Extract<PartSource, 'title' | 'number' | 'drafter' | 'decider' | 'attachment' | 'counterpart'>;

/** What a person asks for, as a tree. */
export type Condition =
  | ({ readonly kind: 'term'; readonly field: TextField | null } & Term)
  /** 所属: sections whose name, then or now, holds it, or whose code it is. */
  | { readonly kind: 'unit'; readonly needle: string; readonly written: string }
  /** 簿冊: files whose title holds it, or whose class has this code. */
  | { readonly kind: 'file'; readonly needle: string; readonly written: string }
  | ({ readonly kind: 'years' } & Range<FiscalYear>)
  | ({ readonly kind: 'decided' } & Range<LocalDate>)
  | ({ readonly kind: 'amount' } & Range<number>)
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** A condition that can be dropped from the box by itself. */
export interface Asked extends Span {
  readonly condition: Condition;
}

/** Documents that meet all of `asked`. */
export interface Query {
  readonly asked: readonly Asked[];
}

/** What the conditions of this kind ask for, each as it is looked up. */
export function needlesOf(conditions: readonly Condition[], kind: 'unit' | 'file'): string[] {
  return conditions.flatMap((condition): string[] => {
    switch (condition.kind) {
      case kind:
        return [condition.needle];
      case 'all':
      case 'any':
        return needlesOf(condition.of, kind);
      case 'not':
        return needlesOf([condition.of], kind);
      default:
        return [];
    }
  });
}

/** Words that a hit shows where it has them: everything that is not excluded. */
export function wantedTerms(conditions: readonly Condition[]): Term[] {
  return conditions.flatMap((condition): Term[] => {
    switch (condition.kind) {
      case 'term':
        return [condition];
      case 'all':
      case 'any':
        return wantedTerms(condition.of);
      default:
        return [];
    }
  });
}

/** How many words and field conditions there are. */
export function sizeOf(condition: Condition): number {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.reduce((sum, each) => sum + sizeOf(each), 0);
    case 'not':
      return sizeOf(condition.of);
    default:
      return 1;
  }
}

/** Whether it asks for something to be there. */
export function isPositive(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.some(isPositive);
    case 'any':
      return condition.of.every(isPositive);
    case 'not':
      return false;
    default:
      return true;
  }
}
