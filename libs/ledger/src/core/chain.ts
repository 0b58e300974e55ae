import { canonicalBytes, sha256 } from '@fubako/kernel';

/** What happened to a subject, before it has a place in the subject's chain. */
export interface LedgerNote {
  readonly subject: { readonly kind: string; readonly id: string };
  /** Past-tense dotted kind, e.g. `approvals.seat-acted`. */
  readonly kind: string;
  /** 職員番号 of the person who acted, or `system:<process>`. */
  readonly actor: string;
  /** Facts as JSON: ids, digests, codes. Personal texts stay out; they are bound by their digests. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ChainHead {
  readonly seq: number;
  readonly hash: Buffer;
}

export interface LedgerEntry extends LedgerNote {
  readonly seq: number;
  readonly at: Date;
  readonly unit: string;
  readonly canonical: Buffer;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

/** When an entry is written, and in which unit: rows that the unit wrote are bound to it (BIND-1). */
export interface Moment {
  readonly at: Date;
  readonly unit: string;
}

/** LEDGER-1 Before the first entry stands the hash of nothing: 32 zero bytes. */
export const GENESIS: ChainHead = { seq: 0, hash: Buffer.alloc(32) };

/** LEDGER-2 An entry is hashed as RFC 8785 bytes behind a zero byte, which sets leaves apart from Merkle nodes (RFC 9162). */
export function entryHash(canonical: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.of(0), canonical]));
}

/** LEDGER-3 The bytes name the previous hash, so no entry can be changed, dropped or moved without breaking the next one. */
export function link(head: ChainHead, note: LedgerNote, { at, unit }: Moment): LedgerEntry {
  const seq = head.seq + 1;
  const canonical = canonicalBytes({
    v: 2,
    unit,
    subject: note.subject,
    seq,
    at: at.toISOString(),
    kind: note.kind,
    actor: note.actor,
    facts: note.facts,
    prev: head.hash.toString('hex'),
  });
  return { ...note, seq, at, unit, canonical, prevHash: head.hash, hash: entryHash(canonical) };
}
