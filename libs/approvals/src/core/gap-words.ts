const WORDS: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  vacant: { ja: '欠員で、代わって処理できる人がいません。', en: 'The post is vacant and nobody may act for it.' },
  absent: { ja: '不在で、代わって処理できる人がいません。', en: 'The holder is away and nobody may act for them.' },
  incapacity: {
    ja: '事故で、代わって処理できる人がいません。',
    en: 'The holder cannot serve and nobody may act for them.',
  },
  'no-decider': { ja: '決裁できる職がいません。', en: 'No post can decide.' },
  'no-rule': { ja: '専決規程に定めがありません。', en: 'The delegation table has no rule.' },
  'unknown-post': { ja: '決裁者の職がその日の組織にありません。', en: 'The deciding post does not exist on that day.' },
  'unknown-unit': {
    ja: '合議先がその日の組織にありません。',
    en: 'A section named for concurrence does not exist on that day.',
  },
};

/** Why a step has nobody, in words. */
export function gapWords(why: string, language: 'ja' | 'en'): string {
  return WORDS[why]?.[language] ?? why;
}
