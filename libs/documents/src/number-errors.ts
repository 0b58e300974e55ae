import type { ProblemTable } from '@fubako/kernel';

/** Refusals of numbering (採番). */
export interface NumberErrors {
  'documents.unknown-series': { series: string };
  'documents.unknown-number': Record<string, never>;
  'documents.series-closed': { symbol: string; last: number };
  'documents.future-series': { year: number };
  'documents.number-not-free': { number: string };
  'documents.number-void': { number: string };
  'documents.no-branches': { number: string };
}

export const numberProblems: ProblemTable<NumberErrors> = {
  'documents.unknown-series': {
    status: 404,
    ja: ({ series }) => ({
      title: '番号系列がありません',
      detail: `系列「${series}」は登録されていないか、所属の系列ではありません。一覧から選び直してください。`,
    }),
    en: ({ series }) => ({
      title: 'No such series',
      detail: `The series ${series} is not registered, or not one of your section. Choose one from the list.`,
    }),
  },
  'documents.unknown-number': {
    status: 404,
    ja: () => ({
      title: '番号がありません',
      detail: 'まだ発番されていない番号です。発番簿で番号を確かめてください。',
    }),
    en: () => ({ title: 'No such number', detail: 'It was never issued. Look it up in the ledger of the series.' }),
  },
  'documents.series-closed': {
    status: 409,
    rule: 'RULE-77',
    ja: ({ symbol, last }) => ({
      title: 'この記号の番号は締め切られています',
      detail: `記号「${symbol}」は最終番号${last}で締め切られました。現在の課の記号で発番してください。`,
    }),
    en: ({ symbol, last }) => ({
      title: 'The series is closed',
      detail: `The series of ${symbol} was closed at ${last}. Issue the number under the symbol of the section of today.`,
    }),
  },
  'documents.future-series': {
    status: 422,
    rule: 'RULE-73',
    ja: ({ year }) => ({
      title: 'まだ始まっていない年の番号です',
      detail: `${year}年(年度)の番号は、その年になってから発番します。文書の日付は翌年度でもかまいません。`,
    }),
    en: ({ year }) => ({
      title: 'The series has not begun',
      detail: `Numbers of ${year} are issued in that year. The date on the document may lie there already.`,
    }),
  },
  'documents.number-not-free': {
    status: 409,
    rule: 'RULE-75',
    ja: ({ number }) => ({
      title: 'この番号は使えません',
      detail: `「${number}」は使用済み、欠番、または予約も空きもない番号です。発番簿で空いている番号を確かめてください。`,
    }),
    en: ({ number }) => ({
      title: 'The number is not free',
      detail: `${number} is used, void, or neither reserved nor left out. Look for a free one in the ledger of the series.`,
    }),
  },
  'documents.number-void': {
    status: 409,
    rule: 'RULE-75',
    ja: ({ number }) => ({
      title: '欠番です',
      detail: `「${number}」はすでに欠番です。欠番は二度と使えません。別の番号を選んでください。`,
    }),
    en: ({ number }) => ({
      title: 'The number is void',
      detail: `${number} is void already, and void numbers never come back. Choose another.`,
    }),
  },
  'documents.no-branches': {
    status: 422,
    rule: 'RULE-74',
    ja: ({ number }) => ({
      title: '枝番を付けられません',
      detail: `「${number}」の系列には枝番がありません。新しい番号を取ってください。`,
    }),
    en: ({ number }) => ({
      title: 'No branch numbers',
      detail: `The series of ${number} has no branch numbers. Take a new number.`,
    }),
  },
};
