import { type LocalDate, type ProblemTable, formatWareki } from '@fubako/kernel';

/** Days of which there is nothing to show (DOC-12). */
export interface PastErrors {
  'documents.day-to-come': { day: LocalDate };
  'documents.not-yet-there': { since: LocalDate };
  'documents.past-not-kept': { since: LocalDate };
}

export const pastProblems: ProblemTable<PastErrors> = {
  'documents.day-to-come': {
    status: 422,
    rule: 'RULE-100',
    ja: () => ({
      title: '先の日の姿はありません',
      detail: '先の日の姿はまだありません。今日までの日を選んでください。',
    }),
    en: () => ({ title: 'A day to come', detail: 'The day has yet to come. Choose a day up to today.' }),
  },
  'documents.not-yet-there': {
    status: 422,
    rule: 'RULE-100',
    ja: ({ since }) => ({
      title: 'この日にはまだ文書がありません',
      detail: `この文書の起案は${formatWareki(since)}です。その日からの日を選んでください。`,
    }),
    en: ({ since }) => ({
      title: 'The document was not there yet',
      detail: `The drafting of this document began on ${since}. Choose that day or a later one.`,
    }),
  },
  'documents.past-not-kept': {
    status: 422,
    rule: 'RULE-100',
    ja: ({ since }) => ({
      title: 'この日の姿は残っていません',
      detail: `日ごとの姿は${formatWareki(since)}から残っています。それより前は、経過と版で確かめてください。`,
    }),
    en: ({ since }) => ({
      title: 'This day was not kept',
      detail: `What it was day by day is kept from ${since} on. For earlier days look at its history and revisions.`,
    }),
  },
};
