import type { LocalDate } from '@fubako/kernel';

/** 継続簿冊 as those who close it, or open it again, have to know it. */
export interface ContinuingFacts {
  readonly continuing: boolean;
  readonly state: string;
  /** Day of what came last: its opening, a decision, a closing or a paper in it. */
  readonly lastDay: LocalDate;
  /** Documents in it that are not closed (完結). */
  readonly openDocuments: number;
  /** Closed by somebody, not by being split off. */
  readonly closedByHand: boolean;
  readonly custody: string;
  /** On a list that waits for the stacks, or in a batch of disposal that is under way. */
  readonly isListed: boolean;
  readonly isExtended: boolean;
  /** Another file of its class takes the documents of its section by now. */
  readonly isFollowed: boolean;
}

export type WhyNotClosed = 'not-continuing' | 'closed' | 'open-documents';
export type WhyNotReopened = 'not-closed-by-hand' | 'in-stacks' | 'listed' | 'extended' | 'followed';

/** CONT-2 Why 継続簿冊 cannot be closed now; null: it can. */
export function whyNotClosed({ continuing, state, openDocuments }: ContinuingFacts): WhyNotClosed | null {
  if (!continuing) return 'not-continuing';
  if (state !== 'open') return 'closed';
  return openDocuments > 0 ? 'open-documents' : null;
}

/** CONT-4 A closing is undone until something stands on it. */
export function whyNotReopened(file: ContinuingFacts): WhyNotReopened | null {
  if (!file.continuing || file.state !== 'closed' || !file.closedByHand) return 'not-closed-by-hand';
  if (file.custody !== 'office') return 'in-stacks';
  if (file.isListed) return 'listed';
  if (file.isExtended) return 'extended';
  return file.isFollowed ? 'followed' : null;
}

type Words = readonly [ja: string, en: string];

export const CLOSING_WORDS: Readonly<Record<WhyNotClosed, Words>> = {
  'not-continuing': [
    '継続簿冊ではないため、年度の終わりに閉じます。',
    'It is not a continuing file: it is closed by the end of its year.',
  ],
  closed: ['すでに閉じています。', 'It is closed already.'],
  'open-documents': [
    '完結していない文書があります。文書を完結にしてから閉じてください。',
    'Documents in it are not closed. Close them first.',
  ],
};

export const REOPENING_WORDS: Readonly<Record<WhyNotReopened, Words>> = {
  'not-closed-by-hand': ['閉じた継続簿冊ではありません。', 'It is not a continuing file that somebody closed.'],
  'in-stacks': ['書庫にあります。返還してから開いてください。', 'It lies in the stacks. Have it given back first.'],
  listed: ['引継ぎの一覧か、廃棄・移管の手続に載っています。', 'It is on a hand-over list or in a batch of disposal.'],
  extended: ['閉じたあとに延長されています。', 'It was extended after it had been closed.'],
  followed: ['次の簿冊がすでに文書を受け入れています。', 'The next file takes documents already.'],
};
