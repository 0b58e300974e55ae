/** What a refusal knows about itself: shown to the reader, logged, and returned as members of the problem. */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * A refusal in the language of the domain: a dotted code and typed facts, no text.
 * The text is chosen where it is shown, in the reader's language (RFC 9457 problem).
 */
export class DomainError<C extends string = string, F extends Facts = Facts> extends Error {
  constructor(
    readonly code: C,
    readonly facts: F,
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** One fault of one field, addressed by JSON pointer from the request body. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly facts?: Facts;
  /** Where in a table field: rows are counted from 1, the column by its heading; null for the whole row. */
  readonly cell?: { readonly table: string; readonly row: number; readonly column: string | null };
}

/** Wording of a problem in one language: what happened, and what to do next. */
export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
}

export interface ProblemText<F> {
  /** HTTP status. */
  readonly status: number;
  /** The rule of the domain reference that forbids it, e.g. `RULE-51`. */
  readonly rule?: string;
  readonly ja: (facts: F) => ProblemWords;
  readonly en: (facts: F) => ProblemWords;
}

/** Every code of `Errors` needs its text: a new code without one does not compile. */
export type ProblemTable<Errors> = { readonly [C in keyof Errors]: ProblemText<Errors[C]> };

/** Makes the typed constructor of a lib's refusals: `throw refuse('approvals.not-your-seat', {...})`. */
export function refusals<Errors>() {
  return <C extends keyof Errors & string>(code: C, facts: Errors[C] & Facts): DomainError<C> =>
    new DomainError(code, facts);
}
