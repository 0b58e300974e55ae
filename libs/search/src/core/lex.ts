import type { Span } from './condition';
import { type Field, fieldNamed } from './fields';

export type Token =
  | ({ readonly kind: 'word' | 'phrase'; readonly text: string; readonly field: Field | null } & Span)
  | ({ readonly kind: 'minus' | 'or' | 'open' | 'close' } & Span);

const QUOTES = '"“”„＂〝〟';
/** In this order: blank, an operator that stands alone, minus before something, field with what follows, phrase, word. */
const OPERATORS = [
  String.raw`(?<blank>\s+)`,
  String.raw`(?<or>(?:OR|ＯＲ|\||｜)(?=\s|$))`,
  String.raw`(?<and>(?:AND|ＡＮＤ)(?=\s|$))`,
  String.raw`(?<not>(?:NOT|ＮＯＴ)(?=\s))`,
  String.raw`(?<minus>[-－−‐–](?=\S))`,
];
const OPERANDS = [
  String.raw`(?<field>[\p{L}]{1,12})[:：](?:[${QUOTES}](?<fieldPhrase>[^${QUOTES}]*)[${QUOTES}]?|(?<fieldWord>[^\s${QUOTES}]*))`,
  String.raw`[${QUOTES}](?<phrase>[^${QUOTES}]*)[${QUOTES}]?`,
  String.raw`(?<word>[^\s${QUOTES}]+)`,
];
const PIECE = new RegExp([...OPERATORS, ...OPERANDS].join('|'), 'uy');
const OPERAND = new RegExp(OPERANDS.join('|'), 'uy');

/** Parts the box into tokens; whatever is typed can be parted. */
export function tokensOf(text: string): Token[] {
  const groups = groupMarks(text);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const mark = groups.get(at);
    if (mark) {
      tokens.push({ kind: mark, start: at, end: at + 1 });
      at++;
      continue;
    }
    // A word ends where its group does.
    const until = [...groups.keys()].find((each) => each > at && groups.get(each) === 'close') ?? text.length;
    const last = tokens.at(-1);
    // `--a` excludes `-a`: what follows a minus is no operator.
    const piece = last?.kind === 'minus' && last.end === at ? OPERAND : PIECE;
    piece.lastIndex = 0;
    const match = piece.exec(text.slice(at, until));
    const length = Math.max(1, match?.[0].length ?? 1);
    const token = match ? tokenOf(match, { start: at, end: at + length }) : null;
    if (token) tokens.push(token);
    at += length;
  }
  return tokens;
}

function tokenOf({ 0: all, groups = {} }: RegExpExecArray, span: Span): Token | null {
  if (groups.or !== undefined) return { kind: 'or', ...span };
  if (groups.minus !== undefined || groups.not !== undefined) return { kind: 'minus', ...span };
  if (groups.phrase !== undefined) return { kind: 'phrase', text: groups.phrase, field: null, ...span };
  if (groups.field !== undefined) {
    const field = fieldNamed(groups.field);
    if (field !== null && groups.fieldPhrase !== undefined)
      return { kind: 'phrase', text: groups.fieldPhrase, field, ...span };
    return { kind: 'word', text: field === null ? all : (groups.fieldWord ?? ''), field, ...span };
  }
  return groups.word === undefined ? null : { kind: 'word', text: groups.word, field: null, ...span };
}

/**
 * Parentheses that group: the first after a blank, a minus or the beginning, its partner before a blank or the end, and
 * between them more than one word. All others are letters: `(株)`, `第2条(1)`.
 */
function groupMarks(text: string): Map<number, 'open' | 'close'> {
  const marks = new Map<number, 'open' | 'close'>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (/[(（]/.test(text[at] ?? '') && opensAt(text, at)) open.push(at);
    else if (/[)）]/.test(text[at] ?? '') && /^(?:[\s)）]|$)/u.test(text.slice(at + 1))) {
      const from = open.pop();
      if (from !== undefined && /\S\s+\S/u.test(text.slice(from + 1, at))) {
        marks.set(from, 'open');
        marks.set(at, 'close');
      }
    }
  }
  return marks;
}

function opensAt(text: string, at: number): boolean {
  return at === 0 || /[\s(（]$/u.test(text.slice(0, at)) || /(?:^|\s)[-－−‐–]$/u.test(text.slice(0, at));
}
