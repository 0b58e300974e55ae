import type { RegisterFilter, RegisterKind } from '../../shared/api/execution';

export const channels = ['post', 'lgwan', 'email', 'counter', 'exchange'] as const;

/** A register as an address: which one, and which of its lines. */
export interface RegistersSearch extends RegisterFilter {
  kind: RegisterKind;
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : undefined);

export function registersSearch(raw: Record<string, unknown>): RegistersSearch {
  const kind = raw.kind === 'seal' ? 'seal' : 'dispatch';
  const own =
    kind === 'seal' ? { seal: text(raw.seal) } : { channel: channels.find((channel) => channel === raw.channel) };
  const given = { from: day(raw.from), until: day(raw.until), ...own };
  return { kind, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

/** The same lines as a file. */
export function registerCsvAddress({ kind, ...filter }: RegistersSearch): string {
  const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]));
  const path = `/api/v1/executions/${kind === 'seal' ? 'seals' : 'dispatches'}.csv`;
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
