import type { Channel } from './words';

/** What parts a batch: nothing, an empty sheet, a printed 仕切り紙. */
export const SPLITS = ['none', 'blank', 'separator'] as const;
export type Split = (typeof SPLITS)[number];

/** 取込口: where a scanner lays its files down for one section. */
export interface ScanInlet {
  readonly code: string;
  readonly name: string;
  readonly sectionCode: string;
  readonly kind: string;
  readonly channel: Channel;
  readonly splitBy: Split;
}

/** 取込済み, 同じ内容, 受け付けなかった, 待っている */
export const ARRIVAL_STATES = ['taken', 'repeated', 'refused', 'waiting'] as const;
export type ArrivalState = (typeof ARRIVAL_STATES)[number];

/** A file that does not change any more for so long is whole: scanners write without a break. */
export const SETTLE_MS = 15_000;

interface Sight {
  readonly mark: string;
  /** Of the first look that saw it so. */
  readonly since: Date;
}

/** SCI-2 Whether a file is whole: it says so itself, or it has lain unchanged for a while. */
export function isWhole(
  file: { readonly mark: string; readonly whole: boolean },
  seen: Sight | null,
  at: Date,
): boolean {
  if (file.whole) return true;
  return seen !== null && seen.mark === file.mark && at.getTime() - seen.since.getTime() >= SETTLE_MS;
}

/** What may pass by itself: the file stays where it is and is tried again (SCI-4). */
const PASSING: ReadonlySet<string> = new Set([
  'objects.unavailable',
  'scans.not-kept',
  'scans.being-removed',
  'scans.quota-exceeded',
  'scans.interrupted',
  'scans.scan-waiting',
]);
/** What the town's own settings refuse (a section that is no more) waits for whoever puts them right. */
export const mayPass = (code: string): boolean => PASSING.has(code) || code.startsWith('intake.');

/** What nobody has typed yet: its clerk corrects it when receiving. */
export const SENDER_UNKNOWN = '差出人未確認（スキャナー取込み）';
const MOST_SUBJECT = 200;

/** The name of the file without its ending, as far as a subject may go. */
export function subjectOf(fileName: string, part: { readonly n: number; readonly of: number }): string {
  const name = fileName.replace(/\.[^.]+$/u, '').trim() || fileName;
  const suffix = part.of > 1 ? `（${part.n}／${part.of}）` : '';
  return `${[...name].slice(0, MOST_SUBJECT - suffix.length).join('')}${suffix}`;
}

/** RULE-01: it arrived when the scanner laid it down; when that was on an earlier day, the reason says so. */
export function scannedLater({ name }: Pick<ScanInlet, 'name'>): string {
  return `取込口「${name}」にスキャナーが置いた日時による。`;
}
