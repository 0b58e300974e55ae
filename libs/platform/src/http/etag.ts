import type { Request } from 'express';
import { refuse } from './errors';

/** `7` → `"7"`: a strong validator made of the row version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version the client saw. @throws DomainError request.precondition-missing when `If-Match` is absent or foreign. */
export function expectedVersionOf(request: Request): number {
  const match = /^"(\d{1,9})"$/.exec(request.get('If-Match') ?? '');
  if (!match) throw refuse('request.precondition-missing', {});
  return Number(match[1]);
}
