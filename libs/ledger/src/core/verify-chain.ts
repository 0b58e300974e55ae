import { type ChainHead, GENESIS, entryHash } from './chain';

/** An entry as it stands in the table: canonical bytes and the projections beside them. */
export interface StoredEntry {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly canonical: Buffer;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
  /** Null in entries of the first format. */
  readonly unit: string | null;
}

export interface Anomaly {
  readonly subject: string;
  readonly seq: number;
  readonly column:
    'canonical' | 'hash' | 'prev_hash' | 'seq' | 'at' | 'kind' | 'actor' | 'subject' | 'unit' | 'chain_head';
}

/**
 * LEDGER-4 Names every column of every entry of one subject's chain that does not agree with the bytes before it, and a
 * head that is missing or is not the last entry: a cut tail, a removed chain.
 */
export function verifyChain(
  entries: readonly StoredEntry[],
  { subject, head }: { subject: string; head: ChainHead | null },
): Anomaly[] {
  let last: ChainHead = GENESIS;
  const anomalies = entries.flatMap((entry) => {
    const hash = entryHash(entry.canonical);
    const found = anomaliesOf(entry, last, hash);
    last = { seq: entry.seq, hash };
    return found;
  });
  if (head === null) return [...anomalies, { subject, seq: last.seq, column: 'chain_head' }];
  if (head.seq > last.seq) return [...anomalies, { subject, seq: last.seq + 1, column: 'seq' }];
  const agrees = head.seq === last.seq && head.hash.equals(last.hash);
  return agrees ? anomalies : [...anomalies, { subject, seq: last.seq, column: 'chain_head' }];
}

interface Met {
  readonly entry: StoredEntry;
  readonly said: Said | null;
  readonly head: ChainHead;
  /** Of the bytes of the entry. */
  readonly hash: Buffer;
}

/** What must agree, by the column that is named when it does not. */
const CHECKS: readonly (readonly [Anomaly['column'], (met: Met) => boolean])[] = [
  ['canonical', ({ said }) => said !== null],
  ['hash', ({ entry, hash }) => entry.hash.equals(hash)],
  [
    'prev_hash',
    ({ entry, said, head }) => entry.prevHash.equals(head.hash) && said?.prev === head.hash.toString('hex'),
  ],
  ['seq', ({ entry, said, head }) => entry.seq === head.seq + 1 && said?.seq === entry.seq],
  ['at', ({ entry, said }) => said?.at === entry.at],
  ['kind', ({ entry, said }) => said?.kind === entry.kind],
  ['actor', ({ entry, said }) => said?.actor === entry.actor],
  ['unit', ({ entry, said }) => (said?.unit ?? null) === entry.unit],
  ['subject', ({ entry, said }) => said?.subject?.kind === entry.subjectKind && said.subject.id === entry.subjectId],
];

function anomaliesOf(entry: StoredEntry, head: ChainHead, hash: Buffer): Anomaly[] {
  const met = { entry, said: parse(entry.canonical), head, hash };
  const wrong = CHECKS.filter(([, holds]) => !holds(met));
  return wrong.map(([column]) => ({ subject: `${entry.subjectKind}/${entry.subjectId}`, seq: entry.seq, column }));
}

interface Said {
  readonly seq?: number;
  readonly at?: string;
  readonly kind?: string;
  readonly actor?: string;
  readonly prev?: string;
  readonly unit?: string;
  readonly subject?: { readonly kind: string; readonly id: string };
}

function parse(canonical: Buffer): Said | null {
  try {
    return JSON.parse(canonical.toString('utf8')) as Said;
  } catch {
    return null;
  }
}
