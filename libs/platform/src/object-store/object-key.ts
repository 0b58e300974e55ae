import { type Brand, type Sha256Hex } from '@fubako/kernel';

/**
 * Where an object lies in the store. Made only from a hash or a fresh random id, never from anything a person typed,
 * so no name can climb out of the store (ADR: bytes never move).
 */
export type ObjectKey = Brand<'ObjectKey'>;

/** The two halls of the store: admitted content, and bytes still under inspection. */
export const ObjectHall = { content: 'sha256', quarantine: 'quarantine' } as const;
export type ObjectHall = (typeof ObjectHall)[keyof typeof ObjectHall];

const CONTENT = /^sha256\/([0-9a-f]{2})\/([0-9a-f]{2})\/([0-9a-f]{64})$/;
const QUARANTINE = /^quarantine\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The key is the content: equal bytes have equal keys, and a key says what must be found behind it. */
export function contentKey(sha256: Sha256Hex): ObjectKey {
  return demandKey(`${ObjectHall.content}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`);
}

/** @param id a lower-case UUID made for this one deposit */
export function quarantineKey(id: string): ObjectKey {
  return demandKey(`${ObjectHall.quarantine}/${id}`);
}

/** Null for any text that is not exactly a key of this store: foreign files in a listing, or an attempt to climb. */
export function parseObjectKey(text: string): ObjectKey | null {
  const content = CONTENT.exec(text);
  const fits = content ? content[3]?.startsWith(`${content[1]}${content[2]}`) : QUARANTINE.test(text);
  return fits ? (text as ObjectKey) : null;
}

/** The hash a content key promises; null for a quarantine key. */
export function sha256Of(key: ObjectKey): Sha256Hex | null {
  return (CONTENT.exec(key)?.[3] as Sha256Hex | undefined) ?? null;
}

/** Adapters call it on every key they are given: a cast elsewhere must not become a path. @throws RangeError */
export function demandKey(text: string): ObjectKey {
  const key = parseObjectKey(text);
  if (key === null) throw new RangeError('Not a key of the object store.');
  return key;
}
