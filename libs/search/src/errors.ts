import { type ProblemTable, refusals } from '@fubako/kernel';

export interface SearchErrors {
  'search.query-too-long': { limit: number };
  'search.too-many-words': { limit: number };
  'search.only-exclusions': Record<string, never>;
  'search.period-reversed': { from: string; to: string };
  'search.no-such-day': { parameter: string; day: string };
}

export const refuse = refusals<SearchErrors>();

export const searchProblems: ProblemTable<SearchErrors> = {
  'search.query-too-long': {
    status: 422,
    ja: ({ limit }) => ({
      title: '検索の言葉が長すぎます',
      detail: `${limit}文字までにしてください。文の中の特徴のある言葉をいくつか入れると見つかります。`,
    }),
    en: ({ limit }) => ({
      title: 'Too much to search for',
      detail: `Use at most ${limit} characters: a few telling words are enough.`,
    }),
  },
  'search.too-many-words': {
    status: 422,
    ja: ({ limit }) => ({
      title: '検索の言葉が多すぎます',
      detail: `空白で区切った言葉は${limit}個までです。言葉を減らすか、続いた文は「"」で囲んでください。`,
    }),
    en: ({ limit }) => ({
      title: 'Too many words',
      detail: `At most ${limit} words can be combined. Leave some out, or put quotes around a phrase.`,
    }),
  },
  'search.only-exclusions': {
    status: 422,
    ja: () => ({
      title: '探す言葉がありません',
      detail: '「-」の付いた言葉は除く条件です。含まれているはずの言葉を一つ以上入れてください。',
    }),
    en: () => ({
      title: 'Nothing to search for',
      detail: 'Words with a minus are left out. Add at least one word that the document should contain.',
    }),
  },
  'search.period-reversed': {
    status: 422,
    ja: ({ from, to }) => ({
      title: '期間の始めと終わりが逆です',
      detail: `${from} から ${to} までになっています。始めの日を終わりの日より前にしてください。`,
    }),
    en: ({ from, to }) => ({
      title: 'The period ends before it begins',
      detail: `It runs from ${from} to ${to}. Exchange the two days.`,
    }),
  },
  'search.no-such-day': {
    status: 422,
    ja: ({ day }) => ({
      title: '日付が正しくありません',
      detail: `${day} は暦にない日です。日付を選び直してください。`,
    }),
    en: ({ day }) => ({ title: 'No such day', detail: `${day} is not a day of the calendar. Choose the day again.` }),
  },
};
