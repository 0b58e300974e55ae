import { DomainError } from '@fubako/kernel';

const MAX_FRAMES = 12;
const MAX_MESSAGE = 500;

/** What may be logged about an error. */
export interface ErrorDescription {
  readonly error: string;
  readonly code?: string;
  readonly reason?: string;
  readonly at?: string;
}

/**
 * An error without what people typed. Messages of the database quote the values they complain about, and facts of a
 * refusal name persons: both are left out; codes, constraint and stack frames say enough to find the place.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { error: 'not an Error', reason: typeof error };
  const code = textOf(error, 'code');
  const reason = reasonOf(error);
  const at = framesOf(error);
  return { error: error.name, ...(code ? { code } : {}), ...(reason ? { reason } : {}), ...(at ? { at } : {}) };
}

/** One line of the same, to be kept beside a job or an outbox row. */
export function summaryOf(error: unknown): string {
  const { error: name, code, reason } = describeError(error);
  return [name, code, reason].filter(Boolean).join(': ').slice(0, MAX_MESSAGE);
}

function reasonOf(error: Error): string {
  if (error instanceof DomainError) return '';
  const fromDatabase = textOf(error, 'severity') || 'driverError' in error;
  if (fromDatabase)
    return ['schema', 'table', 'column', 'constraint']
      .map((part) => textOf(error, part))
      .filter(Boolean)
      .join(' ');
  return error.message.slice(0, MAX_MESSAGE);
}

/** The stack without its first lines, which repeat the message. */
function framesOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, MAX_FRAMES)
    .map((frame) => frame.trim())
    .join(' < ');
}

function textOf(error: Error, name: string): string {
  const value = (error as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}
