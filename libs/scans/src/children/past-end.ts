const CODES = new Set(['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS']);

/** Whether a read went behind the end of a buffer: the file promises more than it has. */
export function isPastEnd(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && CODES.has(String(error.code));
}
