/** What a guard of the database (a trigger) has refused, and who acted. */
export interface GuardRefusal {
  /** Name that the guard gives as its constraint, e.g. `record_is_held`. */
  readonly guard: string;
  readonly message: string;
  /** 職員番号; null: no person acted. */
  readonly by: string | null;
}

/** restrict_violation: raised by guards alone. */
const RESTRICT_VIOLATION = '23001';

/** Null: the error is something else. */
export function guardOf(error: unknown): Omit<GuardRefusal, 'by'> | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== RESTRICT_VIOLATION) return null;
  const guard = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null;
  return guard === null ? null : { guard, message: error.message };
}
