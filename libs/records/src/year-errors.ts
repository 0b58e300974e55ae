import { type ProblemTable, refusals } from '@fubako/kernel';

type Nothing = Readonly<Record<string, never>>;

export interface YearErrors {
  'records.year-not-plannable': Nothing;
  'records.year-confirmed': Nothing;
  'records.year-not-confirmed': Nothing;
  'records.year-begun': Nothing;
  'records.year-not-yours': Nothing;
  'records.year-no-such-file': Nothing;
  'records.year-unmapped': { count: number };
  'records.year-plan-changed': Nothing;
}

export const refuseYear = refusals<YearErrors>();

export const yearProblems: ProblemTable<YearErrors> = {
  'records.year-not-plannable': {
    status: 409,
    rule: 'RULE-91',
    ja: () => ({
      title: 'この年度は準備できません',
      detail: '準備できるのは今年度と翌年度です。年度を選び直してください。',
    }),
    en: () => ({
      title: 'This year cannot be prepared',
      detail: 'Only this fiscal year and the next can be. Choose another year.',
    }),
  },
  'records.year-confirmed': {
    status: 409,
    rule: 'RULE-91',
    ja: () => ({
      title: '年度切替の計画は確定しています',
      detail: '変えるときは、文書主管課が確定を取り消してからにしてください。',
    }),
    en: () => ({
      title: 'The plan of the year is confirmed',
      detail: 'To change it, the records office takes the confirmation back first.',
    }),
  },
  'records.year-not-confirmed': {
    status: 409,
    ja: () => ({ title: '計画は確定していません', detail: '取り消すものがありません。画面を開き直してください。' }),
    en: () => ({ title: 'The plan is not confirmed', detail: 'There is nothing to take back. Reload the page.' }),
  },
  'records.year-begun': {
    status: 409,
    rule: 'RULE-91',
    ja: () => ({
      title: '年度切替は始まっています',
      detail: '始まった切替は取り消せません。簿冊は一つずつ直してください。',
    }),
    en: () => ({
      title: 'The roll-over has begun',
      detail: 'It cannot be taken back any more. Correct single files instead.',
    }),
  },
  'records.year-not-yours': {
    status: 403,
    rule: 'RULE-91',
    ja: () => ({
      title: '年度切替を準備する人ではありません',
      detail: '課の簿冊は文書主任と課長、計画の確定は文書主管課が行います。その人に依頼してください。',
    }),
    en: () => ({
      title: 'Not yours to prepare',
      detail:
        'The records clerk and the head prepare the files of a section; the records office confirms the plan. Ask them.',
    }),
  },
  'records.year-no-such-file': {
    status: 422,
    ja: () => ({ title: 'その簿冊は作れません', detail: '小分類と、新年度にある課を選んでください。' }),
    en: () => ({
      title: 'No such file can be opened',
      detail: 'Choose a class of the third level and a section that exists next year.',
    }),
  },
  'records.year-unmapped': {
    status: 409,
    rule: 'RULE-91',
    ja: ({ count }) => ({
      title: '行き先の決まらないものがあります',
      detail: `${count}件あります。一覧の説明に従って直すと、確定できます。`,
    }),
    en: ({ count }) => ({
      title: 'Something has nowhere to go',
      detail: `${count} item(s). Mend them as the list says; then the plan can be confirmed.`,
    }),
  },
  'records.year-plan-changed': {
    status: 409,
    ja: () => ({
      title: '計画が変わりました',
      detail: '見ていた間に簿冊や分類が変わりました。開き直して確かめてから確定してください。',
    }),
    en: () => ({
      title: 'The plan has changed',
      detail: 'Files or classes changed while you looked. Reload, check it and confirm.',
    }),
  },
};
