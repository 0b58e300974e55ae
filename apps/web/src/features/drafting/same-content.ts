import type { Document } from '../../shared/api/types';

type Content = Pick<Document, 'fields' | 'attributes'>;

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, canonical(inner)]));
}

/** True when two states of a draft read the same: a newer version then came from an attachment, not from other typing. */
export const sameContent = (a: Content, b: Content): boolean =>
  JSON.stringify(canonical([a.fields, a.attributes])) === JSON.stringify(canonical([b.fields, b.attributes]));
