import { FOLDINGS, foldKey, lengthOf } from '@fubako/kernel';
import { type Asked, type Condition, type Query, type Span, isPositive, sizeOf } from './condition';
import { dayOf } from './dates';
import type { Field } from './fields';
import { type Token, tokensOf } from './lex';
import { type Range, amountsOf, daysOf, yearsOf } from './ranges';
import { serialAskedBy } from './serial';

export const MOST_CHARACTERS = 200;
export const MOST_TERMS = 16;

/** What can be switched off: the foldings of letters, dates in any spelling, numbers by their serial. */
export const SEARCH_FOLDINGS = [...FOLDINGS, 'dates', 'numbers'] as const;
export type SearchFolding = (typeof SEARCH_FOLDINGS)[number];

export type FaultCode =
  | 'too-long'
  | 'too-many-words'
  | 'only-exclusions'
  | 'or-without-sides'
  | 'field-without-value'
  | 'unreadable-year'
  | 'unreadable-day'
  | 'unreadable-amount'
  | 'range-reversed';

/** Why the box cannot be answered: what, where (characters from 1) and the words concerned. */
export class QueryFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly at: number,
    readonly text: string,
  ) {
    super(code);
  }
}

/**
 * Reads what stands in the search box (SEA-4): conditions are joined by AND; OR binds closer; a minus excludes; parentheses
 * group. What folds to nothing asks for nothing. An empty box can be answered: it lists what the filters leave.
 * @throws QueryFault
 */
export function parseQuery(text: string, off: readonly SearchFolding[] = []): Query {
  if (lengthOf(text) > MOST_CHARACTERS) throw new QueryFault('too-long', 1, '');
  const asked = new Parser(text, off).read();
  const conditions = asked.map(({ condition }) => condition);
  if (conditions.reduce((sum, each) => sum + sizeOf(each), 0) > MOST_TERMS)
    throw new QueryFault('too-many-words', 1, '');
  if (conditions.length > 0 && !conditions.some(isPositive)) throw new QueryFault('only-exclusions', 1, '');
  return { asked };
}

type Operand = Span & { readonly condition: Condition | null };

class Parser {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly off: readonly SearchFolding[],
  ) {
    this.tokens = tokensOf(text);
  }

  /** Everything up to the end of the group, or of the box. */
  read(): Asked[] {
    const asked: Asked[] = [];
    for (let token = this.peek(); token && token.kind !== 'close'; token = this.peek()) {
      if (token.kind === 'or') throw this.fault('or-without-sides', token);
      const { condition, start, end } = this.alternatives();
      if (condition) asked.push({ condition, start, end });
    }
    return asked;
  }

  private alternatives(): Operand {
    const first = this.operand();
    const found = [first];
    for (let or = this.peek(); or?.kind === 'or'; or = this.peek()) {
      this.next++;
      const after = this.peek();
      if (!after || after.kind === 'or' || after.kind === 'close') throw this.fault('or-without-sides', or);
      found.push(this.operand());
    }
    const of = found.flatMap(({ condition }) => condition ?? []);
    const end = found.at(-1)?.end ?? first.end;
    return { condition: of.length > 1 ? { kind: 'any', of } : (of[0] ?? null), start: first.start, end };
  }

  private operand(): Operand {
    const token = this.tokens[this.next++];
    if (!token) return { condition: null, start: this.text.length, end: this.text.length };
    const { start, end } = token;
    switch (token.kind) {
      case 'minus': {
        const excluded = this.operand();
        const condition = excluded.condition && ({ kind: 'not', of: excluded.condition } as const);
        return { condition, start, end: excluded.end };
      }
      case 'open': {
        const of = this.read().map(({ condition }) => condition);
        const close = this.tokens[this.next++];
        return { condition: of.length > 1 ? { kind: 'all', of } : (of[0] ?? null), start, end: close?.end ?? end };
      }
      case 'word':
      case 'phrase':
        return { condition: this.conditionOf(token), start, end };
      default:
        return { condition: null, start, end };
    }
  }

  private conditionOf(token: Extract<Token, { text: string }>): Condition | null {
    const { text, field, kind } = token;
    if (field !== null && foldKey(text) === '') throw this.fault('field-without-value', token);
    switch (field) {
      case 'fiscalYear':
        return { kind: 'years', ...this.range(token, yearsOf(text), 'unreadable-year') };
      case 'decided':
        return { kind: 'decided', ...this.range(token, daysOf(text), 'unreadable-day') };
      case 'amount':
        return { kind: 'amount', ...this.range(token, amountsOf(text), 'unreadable-amount') };
      case 'unit':
      case 'file':
        return { kind: field, needle: foldKey(text), written: text };
      default:
        return this.term(text, field, kind === 'word');
    }
  }

  /** Only a word outside quotes can be a number or a date in another spelling. */
  private term(
    text: string,
    field: Exclude<Field, 'fiscalYear' | 'decided' | 'amount' | 'unit' | 'file'> | null,
    bare: boolean,
  ) {
    const needle = foldKey(text);
    if (needle === '') return null;
    const numbers = bare && !this.off.includes('numbers') && (field === null || field === 'number');
    const dates = bare && !this.off.includes('dates') && field === null;
    return {
      kind: 'term' as const,
      field,
      needle,
      written: text,
      serial: numbers ? serialAskedBy(needle) : null,
      day: dates ? dayOf(needle) : null,
    };
  }

  private range<T extends number | string>(token: Span, range: Range<T> | null, code: FaultCode): Range<T> {
    if (range === null) throw this.fault(code, token);
    if (range.from !== null && range.to !== null && range.from > range.to) throw this.fault('range-reversed', token);
    return range;
  }

  private peek(): Token | undefined {
    return this.tokens[this.next];
  }

  private fault(code: FaultCode, { start, end }: Span): QueryFault {
    return new QueryFault(code, lengthOf(this.text.slice(0, start)) + 1, this.text.slice(start, end));
  }
}
