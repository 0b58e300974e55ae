import type { Custody } from './custody';
import { ObjectCorrupt } from './errors';
import { type Fingerprint, FingerprintTaker, sameFingerprint } from './fingerprint';
import { contentKey } from './object-key';
import type { ObjectStore, PutOutcome } from './object-store';
import { lazily, storeBytes } from './streams';

/**
 * Copies admitted content into another store: every byte checked on its way out, and read back from where it came to lie.
 * What is there already is left as it is, whatever it is: verification of that place names it.
 * @throws ObjectCorrupt when the original is damaged, or the other store gives back other bytes
 */
export async function copyObject(
  { from, to }: { from: Custody; to: ObjectStore },
  promised: Fingerprint,
): Promise<PutOutcome> {
  const key = contentKey(promised.sha256);
  const outcome = await to.putIfAbsent(key, () => lazily(() => from.openVerified(promised)), promised.bytes);
  if (outcome === 'present') return outcome;
  const taker = new FingerprintTaker();
  for await (const chunk of storeBytes(await to.open(key)) as AsyncIterable<Buffer>) taker.update(chunk);
  if (!sameFingerprint(taker.finish(), promised)) throw new ObjectCorrupt(key, 'changed');
  return outcome;
}
