import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Language } from './problem';

const TRACE = Symbol('trace');
const ARRIVAL = Symbol('arrival');

/** One id for everything that one request causes; created on first use. */
export function traceIdOf(request: Request): string {
  const carrier = request as Request & { [TRACE]?: string };
  // Node draws the bytes of many of these at once.
  carrier[TRACE] ??= randomUUID().replaceAll('-', '').slice(-16);
  return carrier[TRACE];
}

/** When the request was first asked for this: at its arrival, by the log. On the clock of `performance.now()`. */
export function arrivalOf(request: Request): number {
  const carrier = request as Request & { [ARRIVAL]?: number };
  carrier[ARRIVAL] ??= performance.now();
  return carrier[ARRIVAL];
}

/** The language for texts of an answer: Japanese unless English is preferred. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja';
}
