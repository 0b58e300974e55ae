import type { SeatReason, SkipReason } from './route-plan';

export interface ReasonWords {
  /** The rule of the domain reference, e.g. `RULE-21`. */
  readonly rule: string;
  readonly text: string;
}

type Language = 'ja' | 'en';

const GROUNDS: Record<string, { ja: string; en: string }> = {
  special_instruction: { ja: '特に指示を受けた事項', en: 'special instruction' },
  important: { ja: '重要', en: 'important' },
  unusual: { ja: '異例', en: 'unusual' },
  new: { ja: '新規', en: 'new' },
  precedent: { ja: '先例となる', en: 'sets a precedent' },
  disputed: { ja: '疑義・紛議のおそれ', en: 'dispute likely' },
  legal_doubt: { ja: '法令上の疑義', en: 'legal doubt' },
};

const UPWARD: Record<'no-head' | 'vacant' | 'drafter', { ja: string; en: string }> = {
  'no-head': { ja: '自らの系列にその職がないため', en: 'because the own line has no head of that rank' },
  vacant: { ja: '欠員のため', en: 'because the post is vacant' },
  drafter: { ja: '起案者本人のため', en: 'because the drafter holds the post' },
};

type Sentence<Code extends SeatReason['code']> = (reason: Extract<SeatReason, { readonly code: Code }>) => string;

/** The rule behind each reason, and the sentence in which a clerk can check it against the 専決規程. */
const REASONS: {
  readonly [Code in SeatReason['code']]: {
    readonly rule: string;
    readonly ja: Sentence<Code>;
    readonly en: Sentence<Code>;
  };
} = {
  'line-head': {
    rule: 'RULE-21',
    ja: ({ unitName, title }) => `起案者の系列の長(${unitName} ${title})`,
    en: ({ unitName }) => `Head of the drafter's line (${unitName})`,
  },
  concurrence: {
    rule: 'RULE-31',
    ja: ({ rule, unitName }) => `${rule}の事案は${unitName}に合議`,
    en: ({ rule, unitName }) => `Matters under ${rule} need concurrence of ${unitName}`,
  },
  'concurrence-inner': {
    rule: 'RULE-31',
    ja: ({ sectionName, unitName }) => `${sectionName}内の${unitName}を経る`,
    en: ({ sectionName, unitName }) => `${sectionName}, by way of ${unitName}`,
  },
  'concurrence-head-upward': {
    rule: 'RULE-31',
    ja: ({ unitName, title }) => `${unitName}の長が欠員のため上位の${title}`,
    en: ({ unitName }) => `The head of ${unitName} is vacant: next head upward`,
  },
  review: {
    rule: 'RULE-20',
    ja: ({ timing }) => `この種類の事案は決裁${timing === 'before' ? '前' : '後'}に文書審査`,
    en: ({ timing }) => `Documents of this type are reviewed ${timing} the decision`,
  },
  added: {
    rule: 'RULE-26',
    ja: ({ by, comment }) => `${by} が追加${comment ? `: ${comment}` : ''}`,
    en: ({ by, comment }) => `Added by ${by}${comment ? `: ${comment}` : ''}`,
  },
  removed: {
    rule: 'RULE-22',
    ja: ({ unitName, comment }) => `起案者が${unitName}への合議を除外: ${comment}`,
    en: ({ unitName, comment }) => `The drafter left out ${unitName}: ${comment}`,
  },
  decider: {
    rule: 'RULE-23',
    ja: ({ rule }) => `専決規程: ${rule}`,
    en: ({ rule }) => `Delegation table: ${rule}`,
  },
  'decider-raised': {
    rule: 'RULE-23',
    ja: ({ rule, grounds }) => `${groundsIn(grounds, 'ja')}のため上位の${rule}`,
    en: ({ rule, grounds }) => `Raised to ${rule}: ${groundsIn(grounds, 'en')}`,
  },
  'decider-upward': {
    rule: 'RULE-23',
    ja: ({ rule, because }) => `${rule}。${UPWARD[because].ja}上位の長が決裁`,
    en: ({ rule, because }) => `${rule}; the next head upward decides ${UPWARD[because].en}`,
  },
  'decider-disagreement': {
    rule: 'RULE-34',
    ja: ({ unitName }) => `${unitName}が不同意のため専決できない`,
    en: ({ unitName }) => `${unitName} does not agree: no delegated decision`,
  },
};

/** Why the seat is there. */
export function reasonWords<R extends SeatReason>(reason: R, language: Language): ReasonWords {
  const { rule, [language]: sentence } = REASONS[reason.code];
  return { rule, text: (sentence as (given: SeatReason) => string)(reason) };
}

function groundsIn(grounds: readonly string[], language: Language): string {
  return grounds.map((ground) => GROUNDS[ground]?.[language] ?? ground).join(language === 'ja' ? '・' : ', ');
}

const SKIPS: Record<SkipReason, { rule: string; ja: string; en: string }> = {
  drafter: { rule: 'RULE-25', ja: '起案者本人のため省略', en: 'Skipped: the drafter' },
  vacant: { rule: 'RULE-102', ja: '欠員のため省略', en: 'Skipped: vacant' },
  'same-person': { rule: 'RULE-25', ja: '同一者(上位の席で処理)', en: 'Same person: acts in the higher seat' },
  'not-needed': { rule: 'RULE-31', ja: '必要な数の同意がそろったため不要', en: 'Not needed: enough sections agreed' },
  removed: { rule: 'RULE-22', ja: '起案者が除外', en: 'Left out by the drafter' },
  'own-section': { rule: 'RULE-31', ja: '自課のため合議不要', en: 'Own section: no concurrence needed' },
};

export function skipWords(skip: SkipReason, language: Language): ReasonWords {
  const { rule, ...text } = SKIPS[skip];
  return { rule, text: text[language] };
}
