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
    const found = anomaliesOf(entry, last);
    last = { seq: entry.seq, hash: entryHash(entry.canonical) };
    return found;
  });
  if (head === null) return [...anomalies, { subject, seq: last.seq, column: 'chain_head' }];
  if (head.seq > last.seq) return [...anomalies, { subject, seq: last.seq + 1, column: 'seq' }];
  const agrees = head.seq === last.seq && head.hash.equals(last.hash);
  return agrees ? anomalies : [...anomalies, { subject, seq: last.seq, column: 'chain_head' }];
}

function anomaliesOf(entry: StoredEntry, head: { readonly seq: number; readonly hash: Buffer }): Anomaly[] {
  const said = parse(entry.canonical);
  const checks: [Anomaly['column'], boolean][] = [
    ['canonical', said !== null],
    ['hash', entry.hash.equals(entryHash(entry.canonical))],
    ['prev_hash', entry.prevHash.equals(head.hash) && said?.prev === head.hash.toString('hex')],
    ['seq', entry.seq === head.seq + 1 && said?.seq === entry.seq],
    ['at', said?.at === entry.at],
    ['kind', said?.kind === entry.kind],
    ['actor', said?.actor === entry.actor],
    ['unit', (said?.unit ?? null) === entry.unit],
    ['subject', said?.subject?.kind === entry.subjectKind && said.subject.id === entry.subjectId],
  ];
  const subject = `${entry.subjectKind}/${entry.subjectId}`;
  return checks.filter(([, holds]) => !holds).map(([column]) => ({ subject, seq: entry.seq, column }));
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
