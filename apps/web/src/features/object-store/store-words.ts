import type { Locale } from '../../shared/i18n/locale';
import type { PlainKey } from '../../shared/i18n/translate';
import type { ObjectFinding, StoredAmount } from '../../shared/api/store';
import { formatDay } from '../../shared/wareki/format';

/** From this share on the room that is left is called scarce. */
const SCARCE = 0.8;

export interface QuotaUse {
  readonly percent: number;
  readonly freeBytes: number;
  readonly state: 'room' | 'scarce' | 'full';
}

/** How much of the limit is used. A limit that was lowered may be passed. */
export function quotaUse(bytes: number, quotaBytes: number): QuotaUse {
  const share = quotaBytes === 0 ? 1 : bytes / quotaBytes;
  return {
    // Rounded down: what is not full is never called 100 %.
    percent: Math.floor(share * 1000 + 1e-9) / 10,
    freeBytes: Math.max(0, quotaBytes - bytes),
    state: share >= 1 ? 'full' : share >= SCARCE ? 'scarce' : 'room',
  };
}

/** `12.5%` of the whole; what there is, is never called nothing. */
export function shareOf({ bytes }: StoredAmount, whole: StoredAmount): string {
  if (bytes === 0 || whole.bytes === 0) return '0%';
  const share = Math.round((1000 * bytes) / whole.bytes) / 10;
  return share === 0 ? '<0.1%' : `${share}%`;
}

const KINDS = {
  pdf: 'store.kind.pdf',
  image: 'store.kind.image',
  text: 'store.kind.text',
  mail: 'store.kind.mail',
  rendition: 'store.kind.rendition',
} as const satisfies Readonly<Record<string, PlainKey>>;

/** The word for a kind of the figures. */
export const kindLabel = (kind: string): PlainKey =>
  Object.hasOwn(KINDS, kind) ? KINDS[kind as keyof typeof KINDS] : 'store.kind.office';

/** The word for a media type, by the same kinds. */
export function mediaLabel(mediaType: string): PlainKey {
  if (mediaType === 'application/pdf') return 'store.kind.pdf';
  if (mediaType === 'message/rfc822') return 'store.kind.mail';
  return kindLabel(mediaType.split('/')[0] ?? '');
}

/** What mends a finding. */
export function remedy({ place, settledAt }: Pick<ObjectFinding, 'place' | 'settledAt'>): PlainKey {
  return settledAt === null ? `store.do.${place}` : 'store.do.nothing';
}

/** 令和8年11月 / Nov 2026, from `2026-11`. */
export const monthName = (month: string, locale: Locale): string =>
  formatDay(`${month}-01`, locale).replace(/^1 |1日$/u, '');

/** The beginning of a hash, as notices say it. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12);
