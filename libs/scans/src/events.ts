import type { Facts, Sha256Hex } from '@fubako/kernel';
import { defineEvent } from '@fubako/platform/outbox';

/** Content came into a document: its rendition and its text are due. The subject is the hash. */
export const uploadTaken = defineEvent<{ uploadId: string; sha256: Sha256Hex }>('scans.upload-taken.v1');

/** Content was let go of: its bytes are to go. The subject is the first hash. */
export const objectsReleased = defineEvent<{ sha256s: readonly string[] }>('scans.objects-released.v1');

/** What had waited for the virus scanner was refused. The subject is the id of the sending. */
export const sendingRefused = defineEvent<SendingRefused>('scans.sending-refused.v1');
export interface SendingRefused {
  readonly sendingId: string;
  readonly staffNo: string;
  readonly fileName: string;
  readonly refusal: { readonly code: string; readonly facts: Facts };
}

/** The PDF for the viewer exists. The subject is the hash of the original. */
export const renditionReady = defineEvent<{ sha256: string }>('scans.rendition-ready.v1');

/** The text of the content is settled: found page by page, or known to be absent. The subject is the hash. */
export const textExtracted = defineEvent<{ sha256: string }>('scans.text-extracted.v1');

/** Stores gave back other bytes than were admitted; only what was not known before (SCN-14). The subject is the first hash. */
export const objectsDamaged = defineEvent<{
  count: number;
  first: {
    findingId: string;
    sha256: Sha256Hex;
    place: 'first' | 'second';
    fault: 'missing' | 'short' | 'long' | 'changed';
  };
}>('scans.objects-damaged.v1');

/** The nightly look at the locks found some weaker than what the store was told (SCN-15). The subject is the first hash. */
export const locksDrifted = defineEvent<{
  count: number;
  first: { sha256: string; drift: 'no-retention' | 'shorter' | 'no-hold' | 'missing' };
}>('scans.locks-drifted.v1');
