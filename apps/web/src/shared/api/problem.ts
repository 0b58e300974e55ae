/** One wrong value in a refused request; `pointer` is a JSON pointer into the request body ('/fields/amount'). */
export interface ProblemDetail {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** RFC 9457 problem as the API sends it; texts are already in the reader's language. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly rule?: string;
  readonly errors?: readonly ProblemDetail[];
  /** What the second step of a sign-in takes. */
  readonly factors?: readonly string[];
  /** What a person can be proven by. */
  readonly by?: readonly string[];
  /** What the proof is needed for. */
  readonly act?: string;
}

/** The API understood the request and refused it. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** The request may or may not have arrived: only the same Idempotency-Key may be sent again. */
export class NetworkError extends Error {
  constructor() {
    super('network');
    this.name = 'NetworkError';
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value;

/** Reads a refused answer; a proxy's HTML page becomes a problem of its own with the bare status. */
export function problemOf(body: unknown, status: number): ProblemError {
  if (isProblem(body)) return new ProblemError(body);
  return new ProblemError({ title: `HTTP ${status}`, status, detail: '', code: `http.${status}` });
}

/** @returns true when the answer carries this problem code. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof ProblemError && error.problem.code === code;

/** It is closed to the person until they have been proven anew (本人確認). */
export const isProofNeeded = (error: unknown): boolean => hasCode(error, 'identity.proof-needed');
