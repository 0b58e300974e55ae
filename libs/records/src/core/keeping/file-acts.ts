import { type LocalDate, formatEnglishDay, formatWareki } from '@fubako/kernel';
import type { Hold } from '../hold';
import {
  CLOSING_WORDS,
  CONTINUING_WORDS,
  type ContinuingFacts,
  REOPENING_WORDS,
  YEARLY_WORDS,
  whyNotClosed,
  whyNotContinued,
  whyNotReopened,
  whyNotYearly,
} from './continuing';
import { heldWords } from '../hold-words';
import { REMOVAL_WORDS, type RemovalFacts, whyNotRemoved } from './removal';

type Language = 'ja' | 'en';

export const FILE_ACTS = [
  'hold',
  'set_event',
  'refile',
  'split',
  'extend',
  'change_retention',
  'review',
  'make_continuing',
  'make_yearly',
  'close_file',
  'reopen',
  'remove',
  'dispose',
] as const;
export type FileAct = (typeof FILE_ACTS)[number];

export interface FileFacts {
  readonly state: string;
  readonly basis: string;
  /** Years of the period; null: 永年, 常用. */
  readonly years: number | null;
  readonly expiresOn: LocalDate | null;
  readonly today: LocalDate;
  /** The hold that lasts longest. */
  readonly hold: Hold | null;
  readonly continuing: ContinuingFacts;
  /** Documents and papers in it, and of what it is made. */
  readonly contents: RemovalFacts;
  readonly isKeeper: boolean;
  readonly isHead: boolean;
  readonly isOffice: boolean;
}

export interface ActOffer {
  readonly act: FileAct;
  readonly allowed: boolean;
  /** Why not, in the reader's words; null when it is allowed. */
  readonly reason: string | null;
}

type Words = Readonly<Record<Language, string>> | null;

const WORDS = {
  gone: { ja: 'すでに廃棄または移管されています。', en: 'It was disposed of or transferred.' },
  keeper: {
    ja: '文書主管課と所管課の課長・文書主任が行えます。',
    en: 'For the records office, and the head and the records clerk of the section.',
  },
  office: { ja: '文書主管課が行います。', en: 'For the records office.' },
  head: { ja: '文書主管課と所管課の課長が行えます。', en: 'For the records office and the head of the section.' },
  noEvent: { ja: '保存期間が特定の日からは数えられていません。', en: 'Its period does not run from an event.' },
  hasEnd: {
    ja: '保存期間に終わりがあるため、見直しはありません。',
    en: 'Its period has an end, so it is not reviewed.',
  },
  noEnd: { ja: '満了日がまだ決まっていないか、ありません。', en: 'It has no expiry yet, or none at all.' },
} as const;

/** KEEP-5 What the reader may do with a file now; what is refused says why. */
export function fileActs(facts: FileFacts, language: Language): ActOffer[] {
  return FILE_ACTS.filter((act) => isOffered(act, facts)).map((act) => {
    const reason = refusal(act, facts);
    return { act, allowed: reason === null, reason: reason?.[language] ?? null };
  });
}

/** 継続簿冊 in use are closed or end with their year, others of them are opened again; other open files become one. */
const OFFERED: Partial<Readonly<Record<FileAct, (isContinuing: boolean, isOpen: boolean) => boolean>>> = {
  make_continuing: (isContinuing, isOpen) => !isContinuing && isOpen,
  make_yearly: (isContinuing, isOpen) => isContinuing && isOpen,
  close_file: (isContinuing, isOpen) => isContinuing && isOpen,
  reopen: (isContinuing, isOpen) => isContinuing && !isOpen,
};

function isOffered(act: FileAct, { state, continuing: { continuing }, contents }: FileFacts): boolean {
  // EMPTY-1 Of files that hold something nobody asks why they are not taken off the register.
  if (act === 'remove') return whyNotRemoved(contents) === null;
  return OFFERED[act]?.(continuing, state === 'open') ?? true;
}

const REFUSALS: Readonly<Record<FileAct, (facts: FileFacts) => Words>> = {
  hold: ({ isOffice, isHead }) => (isOffice || isHead ? null : WORDS.head),
  set_event: ({ basis, isKeeper }) => (basis === 'event' ? unlessKeeper(isKeeper) : WORDS.noEvent),
  refile: ({ hold, isKeeper, isOffice }) => unlessKeeper(isKeeper) ?? (isOffice ? null : heldRefusal(hold)),
  split: ({ hold, isKeeper, isOffice }) => unlessKeeper(isKeeper) ?? (isOffice ? null : heldRefusal(hold)),
  extend: ({ expiresOn, isKeeper }) => (expiresOn === null ? WORDS.noEnd : unlessKeeper(isKeeper)),
  change_retention: ({ isOffice }) => (isOffice ? null : WORDS.office),
  review: (facts) => (facts.years === null || isInUse(facts) ? unlessKeeper(facts.isKeeper) : WORDS.hasEnd),
  make_continuing: ({ continuing, isKeeper }) => unlessKeeper(isKeeper) ?? continuedRefusal(continuing),
  make_yearly: (facts) => unlessKeeper(facts.isKeeper) ?? yearlyRefusal(facts),
  close_file: ({ continuing, isKeeper }) => unlessKeeper(isKeeper) ?? closingRefusal(continuing),
  reopen: ({ continuing, isKeeper }) => unlessKeeper(isKeeper) ?? reopeningRefusal(continuing),
  remove: ({ isOffice, hold, contents }) => (isOffice ? (removalRefusal(contents) ?? heldRefusal(hold)) : WORDS.office),
  dispose: (facts) => disposalRefusal(facts),
};

function refusal(act: FileAct, facts: FileFacts): Words {
  return facts.state === 'open' || facts.state === 'closed' ? REFUSALS[act](facts) : WORDS.gone;
}

const unlessKeeper = (isKeeper: boolean): Words => (isKeeper ? null : WORDS.keeper);

function closingRefusal(file: ContinuingFacts): Words {
  const because = whyNotClosed(file);
  return because && worded(CLOSING_WORDS[because]);
}

function continuedRefusal(file: ContinuingFacts): Words {
  const because = whyNotContinued(file);
  return because && worded(CONTINUING_WORDS[because]);
}

function yearlyRefusal({ hold, continuing, today }: FileFacts): Words {
  const because = whyNotYearly(continuing, today);
  return because ? worded(YEARLY_WORDS[because]) : heldRefusal(hold);
}

function removalRefusal(contents: RemovalFacts): Words {
  const because = whyNotRemoved(contents);
  return because && worded(REMOVAL_WORDS[because]);
}

const isInUse = ({ state, continuing: { continuing } }: FileFacts): boolean => continuing && state === 'open';

function reopeningRefusal(file: ContinuingFacts): Words {
  const because = whyNotReopened(file);
  return because && worded(REOPENING_WORDS[because]);
}

const worded = ([ja, en]: readonly [string, string]): Words => ({ ja, en });

function disposalRefusal({ hold, expiresOn, today }: FileFacts): Words {
  if (hold) return heldRefusal(hold);
  if (expiresOn === null) return WORDS.noEnd;
  if (expiresOn >= today)
    return {
      ja: `満了日(${formatWareki(expiresOn)})を過ぎていません。`,
      en: `Its expiry, ${formatEnglishDay(expiresOn)}, has not passed.`,
    };
  return null;
}

function heldRefusal(hold: Hold | null): Words {
  return hold === null ? null : { ja: `${heldWords(hold, 'ja')}。`, en: `${heldWords(hold, 'en')}.` };
}
