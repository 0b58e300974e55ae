export const kinds = ['form', 'matter_type'] as const;

export interface DefinitionsSearch {
  readonly kind?: (typeof kinds)[number];
  /** The form or matter type that is shown; the list by default. */
  readonly code?: string;
  /** The one in force by default. */
  readonly version?: number;
  readonly draft?: number;
}

/** What the address means; what cannot be read is as if it were not there. */
export function definitionsSearch(raw: DefinitionsSearch): DefinitionsSearch {
  const kind = kinds.find((known) => known === raw.kind);
  return {
    ...(kind ? { kind } : {}),
    // A code of digits alone arrives as a number.
    ...(raw.code === undefined ? {} : { code: String(raw.code) }),
    ...(Number.isInteger(raw.version) ? { version: Number(raw.version) } : {}),
    ...(Number.isInteger(raw.draft) ? { draft: Number(raw.draft) } : {}),
  };
}
