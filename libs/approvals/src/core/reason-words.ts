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

/** Why the seat is there, in a sentence a clerk can check against the 専決規程. */
export function reasonWords(reason: SeatReason, language: Language): ReasonWords {
  const ja = language === 'ja';
  switch (reason.code) {
    case 'line-head':
      return {
        rule: 'RULE-21',
        text: ja
          ? `起案者の系列の長(${reason.unitName} ${reason.title})`
          : `Head of the drafter's line (${reason.unitName})`,
      };
    case 'concurrence':
      return {
        rule: 'RULE-31',
        text: ja
          ? `${reason.rule}の事案は${reason.unitName}に合議`
          : `Matters under ${reason.rule} need concurrence of ${reason.unitName}`,
      };
    case 'concurrence-head-upward':
      return {
        rule: 'RULE-31',
        text: ja
          ? `${reason.unitName}の長が欠員のため上位の${reason.title}`
          : `The head of ${reason.unitName} is vacant: next head upward`,
      };
    case 'decider':
      return { rule: 'RULE-23', text: ja ? `専決規程: ${reason.rule}` : `Delegation table: ${reason.rule}` };
    case 'decider-raised':
      return {
        rule: 'RULE-23',
        text: ja
          ? `${groundsIn(reason.grounds, 'ja')}のため上位の${reason.rule}`
          : `Raised to ${reason.rule}: ${groundsIn(reason.grounds, 'en')}`,
      };
    case 'decider-upward':
      return {
        rule: 'RULE-23',
        text: ja
          ? `${reason.rule}。${UPWARD[reason.because].ja}上位の長が決裁`
          : `${reason.rule}; the next head upward decides ${UPWARD[reason.because].en}`,
      };
    case 'decider-disagreement':
      return {
        rule: 'RULE-34',
        text: ja
          ? `${reason.unitName}が不同意のため専決できない`
          : `${reason.unitName} does not agree: no delegated decision`,
      };
  }
}

function groundsIn(grounds: readonly string[], language: Language): string {
  return grounds.map((ground) => GROUNDS[ground]?.[language] ?? ground).join(language === 'ja' ? '・' : ', ');
}

const SKIPS: Record<SkipReason, { rule: string; ja: string; en: string }> = {
  drafter: { rule: 'RULE-25', ja: '起案者本人のため省略', en: 'Skipped: the drafter' },
  vacant: { rule: 'RULE-102', ja: '欠員のため省略', en: 'Skipped: vacant' },
  'same-person': { rule: 'RULE-25', ja: '同一者(上位の席で処理)', en: 'Same person: acts in the higher seat' },
  'own-section': { rule: 'RULE-31', ja: '自課のため合議不要', en: 'Own section: no concurrence needed' },
};

export function skipWords(skip: SkipReason, language: Language): ReasonWords {
  const { rule, ...text } = SKIPS[skip];
  return { rule, text: text[language] };
}
