import { type LocalDate, fiscalYearOf, lastDayOf } from '@fubako/kernel';
import { closingDayOf } from '../years/closing-day';

/** A file as those have to know it who make it 継続簿冊, close it, or take either back. */
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
  readonly fiscalYear: number;
  readonly adjustmentPeriod: boolean;
  /** Its documents are of other years than its own, too. */
  readonly gathersYears: boolean;
  /** A file of a later year takes the documents of its class and section. */
  readonly isOvertaken: boolean;
  /** The plan of the year after its own is confirmed and not carried out: it says what is carried and what is opened. */
  readonly isPlanned: boolean;
}

export type WhyNotClosed = 'not-continuing' | 'closed' | 'open-documents';
export type WhyNotContinued = 'continuing' | 'closed' | 'listed' | 'extended' | 'overtaken' | 'planned';
export type WhyNotYearly = 'not-continuing' | 'closed' | 'listed' | 'year-over' | 'several-years' | 'planned';
export type WhyNotReopened = 'not-closed-by-hand' | 'in-stacks' | 'listed' | 'extended' | 'followed';

/** CONT-2 Why 継続簿冊 cannot be closed now; null: it can. */
export function whyNotClosed({ continuing, state, openDocuments }: ContinuingFacts): WhyNotClosed | null {
  if (!continuing) return 'not-continuing';
  if (state !== 'open') return 'closed';
  return openDocuments > 0 ? 'open-documents' : null;
}

/** CONT-5 Why an open file cannot become 継続簿冊; null: it can. */
export function whyNotContinued(file: ContinuingFacts): WhyNotContinued | null {
  if (file.continuing) return 'continuing';
  if (file.state !== 'open') return 'closed';
  if (file.isListed) return 'listed';
  if (file.isExtended) return 'extended';
  if (file.isOvertaken) return 'overtaken';
  return file.isPlanned ? 'planned' : null;
}

/** CONT-6 Why 継続簿冊 cannot become a file of its year again: it has outlived that year, or what is in it has. */
export function whyNotYearly(file: ContinuingFacts, today: LocalDate): WhyNotYearly | null {
  if (!file.continuing) return 'not-continuing';
  if (file.state !== 'open') return 'closed';
  if (file.isListed) return 'listed';
  const lastDay = closingDayOf({ ...file, continuing: false });
  if (lastDay !== null && lastDay < today) return 'year-over';
  if (file.gathersYears) return 'several-years';
  return file.isPlanned ? 'planned' : null;
}

/** CONT-4 A closing is undone until something stands on it. */
export function whyNotReopened(file: ContinuingFacts): WhyNotReopened | null {
  if (!file.continuing || file.state !== 'closed' || !file.closedByHand) return 'not-closed-by-hand';
  if (file.custody !== 'office') return 'in-stacks';
  if (file.isListed) return 'listed';
  if (file.isExtended) return 'extended';
  return file.isFollowed ? 'followed' : null;
}

/** RULE-80 What has no end is looked at again: 継続簿冊 in use at the end of every fiscal year, as 常用 is. */
export const nextReview = (today: LocalDate): LocalDate => lastDayOf(fiscalYearOf(today));

type Words = readonly [ja: string, en: string];

const LISTED: Words = [
  '引継ぎの一覧か、廃棄・移管の手続に載っています。',
  'It is on a hand-over list or in a batch of disposal.',
];
const PLANNED: Words = [
  '翌年度の年度切替の計画が確定しています。文書主管課が確定を取り消すか、新年度になってから行ってください。',
  'The plan of the next year is confirmed: the records office takes that back first, or wait until the year has begun.',
];
const CLOSED: Words = ['すでに閉じています。', 'It is closed already.'];

export const CLOSING_WORDS: Readonly<Record<WhyNotClosed, Words>> = {
  'not-continuing': [
    '継続簿冊ではないため、年度の終わりに閉じます。',
    'It is not a continuing file: it is closed by the end of its year.',
  ],
  closed: CLOSED,
  'open-documents': [
    '完結していない文書があります。文書を完結にしてから閉じてください。',
    'Documents in it are not closed. Close them first.',
  ],
};

export const CONTINUING_WORDS: Readonly<Record<WhyNotContinued, Words>> = {
  continuing: ['すでに継続簿冊です。', 'It is a continuing file already.'],
  closed: CLOSED,
  listed: LISTED,
  extended: ['延長されています。', 'It was extended.'],
  overtaken: [
    '次の年度の簿冊がすでに文書を受け入れています。',
    'The file of a later year takes its documents already.',
  ],
  planned: PLANNED,
};

export const YEARLY_WORDS: Readonly<Record<WhyNotYearly, Words>> = {
  'not-continuing': ['継続簿冊ではありません。', 'It is not a continuing file.'],
  closed: CLOSED,
  listed: LISTED,
  'year-over': [
    '簿冊の年度が終わっています。使い終わったら閉じてください。',
    'Its year is over. Close it when it is no longer used.',
  ],
  'several-years': [
    'ほかの年度の文書が入っています。綴じ直してから戻してください。',
    'It holds documents of other years. Refile them first.',
  ],
  planned: PLANNED,
};

export const REOPENING_WORDS: Readonly<Record<WhyNotReopened, Words>> = {
  'not-closed-by-hand': ['閉じた継続簿冊ではありません。', 'It is not a continuing file that somebody closed.'],
  'in-stacks': ['書庫にあります。返還してから開いてください。', 'It lies in the stacks. Have it given back first.'],
  listed: LISTED,
  extended: ['閉じたあとに延長されています。', 'It was extended after it had been closed.'],
  followed: ['次の簿冊がすでに文書を受け入れています。', 'The next file takes documents already.'],
};
