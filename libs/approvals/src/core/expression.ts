/** 専決規程の条件: `method == "随意契約" and amount > 1300000`. Compared, never evaluated as code. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression };

type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export class ExpressionFault extends Error {
  constructor(
    readonly position: number,
    readonly found: string,
  ) {
    super(`unexpected ${found === '' ? 'end' : `"${found}"`} at character ${position + 1}`);
    this.name = 'ExpressionFault';
  }
}

interface Token {
  readonly text: string;
  readonly at: number;
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|(==|!=|<=|>=|<|>|\(|\))|([\p{L}_][\p{L}\p{N}_]*))/uy;

/** @throws ExpressionFault with the position of the first thing that does not belong. */
export function parseExpression(source: string): Expression {
  const parser = new Parser(tokenise(source), source.length);
  return parser.whole();
}

function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new ExpressionFault(at, source.slice(at).trim().slice(0, 1));
    const text = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    tokens.push({ text, at: TOKEN.lastIndex - text.length });
  }
  return tokens;
}

/** Precedence, loosest first: or, and, not, comparison. */
class Parser {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
  ) {}

  whole(): Expression {
    const expression = this.or();
    if (this.peek() !== '') this.refuse();
    return expression;
  }

  private or(): Expression {
    let left = this.and();
    while (this.take('or')) left = { kind: 'or', left, right: this.and() };
    return left;
  }

  private and(): Expression {
    let left = this.not();
    while (this.take('and')) left = { kind: 'and', left, right: this.not() };
    return left;
  }

  private not(): Expression {
    return this.take('not') ? { kind: 'not', operand: this.not() } : this.comparison();
  }

  private comparison(): Expression {
    const left = this.atom();
    const operator = (['==', '!=', '<=', '>=', '<', '>'] as const).find((candidate) => this.take(candidate));
    return operator ? { kind: 'compare', operator, left, right: this.atom() } : left;
  }

  private atom(): Expression {
    if (this.take('(')) {
      const inner = this.or();
      if (!this.take(')')) this.refuse();
      return inner;
    }
    const text = this.peek();
    if (text.startsWith('"')) return this.literal(JSON.parse(text) as string);
    if (/^\d/.test(text)) return this.literal(Number(text));
    if (text === 'true' || text === 'false') return this.literal(text === 'true');
    if (!/^[\p{L}_]/u.test(text) || ['and', 'or', 'not'].includes(text)) this.refuse();
    this.next++;
    return { kind: 'name', name: text };
  }

  private literal(value: string | number | boolean): Expression {
    this.next++;
    return { kind: 'literal', value };
  }

  private peek(): string {
    return this.tokens[this.next]?.text ?? '';
  }

  private take(text: string): boolean {
    if (this.peek() !== text) return false;
    this.next++;
    return true;
  }

  private refuse(): never {
    throw new ExpressionFault(this.tokens[this.next]?.at ?? this.end, this.peek());
  }
}

/** A name that is not known, or values that cannot be ordered, make a comparison false, never an error. */
export function holds(expression: Expression, names: Readonly<Record<string, unknown>>): boolean {
  switch (expression.kind) {
    case 'not':
      return !holds(expression.operand, names);
    case 'and':
      return holds(expression.left, names) && holds(expression.right, names);
    case 'or':
      return holds(expression.left, names) || holds(expression.right, names);
    case 'compare':
      return compare(expression.operator, valueOf(expression.left, names), valueOf(expression.right, names));
    default:
      return valueOf(expression, names) === true;
  }
}

function valueOf(expression: Expression, names: Readonly<Record<string, unknown>>): unknown {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'name') return Object.hasOwn(names, expression.name) ? names[expression.name] : undefined;
  return holds(expression, names);
}

function compare(operator: Comparison, left: unknown, right: unknown): boolean {
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  if (typeof left !== 'number' || typeof right !== 'number') return false;
  const orders = { '<': left < right, '<=': left <= right, '>': left > right, '>=': left >= right };
  return orders[operator];
}

/** Every name an expression asks for, to be checked against the form when it is imported. */
export function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'literal':
      return [];
    case 'not':
      return namesIn(expression.operand);
    default:
      return [...namesIn(expression.left), ...namesIn(expression.right)];
  }
}
