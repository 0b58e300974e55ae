import {
  type FiscalYear,
  type LocalDate,
  type ProblemTable,
  formatFiscalYear,
  formatEnglishDay,
  formatWareki,
  refusals,
} from '@fubako/kernel';

type Nothing = Readonly<Record<string, never>>;

export interface PlanErrors {
  'records.plan-not-yours': Nothing;
  'records.plan-not-found': Nothing;
  'records.plan-not-draft': Nothing;
  'records.plan-moved': { currentRevision: number };
  'records.plan-no-such-class': { code: string };
  'records.plan-class-exists': { code: string };
  'records.plan-bad-parent': { code: string };
  'records.plan-list-has-faults': { lines: readonly number[] };
  'records.plan-empty': Nothing;
  'records.plan-has-faults': { faults: readonly unknown[] };
  'records.plan-day-is-past': { day: LocalDate };
  'records.plan-out-of-order': { day: LocalDate };
  'records.plan-would-shorten': { classes: readonly string[] };
  'records.plan-year-confirmed': { fiscalYear: FiscalYear };
  'records.plan-not-scheduled': Nothing;
  'records.plan-later-stands': { day: LocalDate };
}

export const refusePlan = refusals<PlanErrors>();

const drafting: ProblemTable<
  Pick<
    PlanErrors,
    | 'records.plan-not-yours'
    | 'records.plan-not-found'
    | 'records.plan-not-draft'
    | 'records.plan-moved'
    | 'records.plan-no-such-class'
    | 'records.plan-class-exists'
    | 'records.plan-bad-parent'
    | 'records.plan-list-has-faults'
  >
> = {
  'records.plan-not-yours': {
    status: 403,
    rule: 'RULE-91',
    ja: () => ({
      title: 'ファイル基準表の版を扱う担当ではありません',
      detail: '下書きと公布は文書主管課が行います。改めたい分類があれば、文書主管課に伝えてください。',
    }),
    en: () => ({
      title: 'Not yours to keep',
      detail: 'The records office drafts and publishes the filing plan. Tell it which class should change.',
    }),
  },
  'records.plan-not-found': {
    status: 404,
    ja: () => ({ title: 'この版はありません', detail: '破棄されたか、番号が違います。一覧から選び直してください。' }),
    en: () => ({
      title: 'No such version',
      detail: 'It was thrown away, or the number is wrong. Choose one from the list.',
    }),
  },
  'records.plan-not-draft': {
    status: 409,
    ja: () => ({
      title: 'この版は変えられません',
      detail: '公布した版はそのまま残します。改めるときは、新しい下書きを始めてください。',
    }),
    en: () => ({
      title: 'This version does not change any more',
      detail: 'What was published stays as it is. Begin a new draft to change the plan.',
    }),
  },
  'records.plan-moved': {
    status: 409,
    ja: () => ({
      title: '下書きが変わっています',
      detail: 'ほかの人が先に保存しました。画面を開き直し、変更を確かめてからやり直してください。',
    }),
    en: () => ({
      title: 'The draft has changed',
      detail: 'Somebody else saved first. Reload the page, look at what changed and try again.',
    }),
  },
  'records.plan-no-such-class': {
    status: 404,
    ja: ({ code }) => ({
      title: 'この分類はありません',
      detail: `「${code}」は下書きにも現行の基準表にもありません。一覧から選び直してください。`,
    }),
    en: ({ code }) => ({
      title: 'No such class',
      detail: `"${code}" is neither in the draft nor in the plan in force. Choose one from the list.`,
    }),
  },
  'records.plan-list-has-faults': {
    status: 422,
    ja: ({ lines }) => ({
      title: '読み取れない行があります',
      detail: `${lines.join('、')}行目を直してから、もう一度入れてください。下書きは変わっていません。`,
    }),
    en: ({ lines }) => ({
      title: 'Some lines cannot be read',
      detail: `Correct line ${lines.join(', ')} and bring the list in again. The draft has not changed.`,
    }),
  },
  'records.plan-class-exists': {
    status: 409,
    ja: ({ code }) => ({
      title: 'この分類記号は使われています',
      detail: `「${code}」はすでにあります。別の記号にするか、その分類を直してください。`,
    }),
    en: ({ code }) => ({
      title: 'This code is taken',
      detail: `"${code}" exists already. Choose another code, or change that class.`,
    }),
  },
  'records.plan-bad-parent': {
    status: 422,
    ja: ({ code }) => ({
      title: '上位の分類が合いません',
      detail: `「${code}」の下には置けません。小分類は中分類の下、中分類は大分類の下に置いてください。`,
    }),
    en: ({ code }) => ({
      title: 'It cannot stand there',
      detail: `Nothing of this level can stand below "${code}": third level below second, second below first.`,
    }),
  },
};

const publishing: ProblemTable<Omit<PlanErrors, keyof typeof drafting>> = {
  'records.plan-empty': {
    status: 409,
    ja: () => ({ title: '変更がありません', detail: '分類を足すか直してから公布してください。' }),
    en: () => ({ title: 'Nothing is changed', detail: 'Add or change a class before you publish.' }),
  },
  'records.plan-has-faults': {
    status: 409,
    ja: () => ({
      title: '直すところがあります',
      detail: '下書きの「直すところ」をすべて直してから公布してください。',
    }),
    en: () => ({ title: 'There are faults', detail: 'Mend everything that the draft lists before you publish.' }),
  },
  'records.plan-day-is-past': {
    status: 409,
    ja: ({ day }) => ({
      title: '施行日が過ぎています',
      detail: `${formatWareki(day)}は過ぎた日です。今日以後の日を選んでください。`,
    }),
    en: ({ day }) => ({
      title: 'This day is past',
      detail: `${formatEnglishDay(day)} is over. Choose today or a later day.`,
    }),
  },
  'records.plan-out-of-order': {
    status: 409,
    ja: ({ day }) => ({
      title: '先に施行される版があります',
      detail: `${formatWareki(day)}に施行される版が公布されています。その日以後にするか、その版を取りやめてください。`,
    }),
    en: ({ day }) => ({
      title: 'Another version comes later',
      detail: `A version is published for ${formatEnglishDay(day)}. Choose that day or a later one, or withdraw it.`,
    }),
  },
  'records.plan-would-shorten': {
    status: 409,
    rule: 'RULE-84',
    ja: ({ classes }) => ({
      title: '保存期間が短くなる分類があります',
      detail: `${classes.join('、')}の保存期間が短くなります。試した結果で確かめ、短くしてよければ、そのことを認めて公布してください。`,
    }),
    en: ({ classes }) => ({
      title: 'Some classes would be kept for less long',
      detail: `Files of ${classes.join(', ')} would be kept for less long. Look at them in the dry run; publish with your consent if it is meant.`,
    }),
  },
  'records.plan-year-confirmed': {
    status: 409,
    rule: 'RULE-91',
    ja: ({ fiscalYear }) => ({
      title: '年度切替の計画が確定しています',
      detail: `${formatFiscalYear(fiscalYear)}の簿冊は今の基準表で確定しています。年度切替の確定を取り消してから、もう一度行ってください。`,
    }),
    en: ({ fiscalYear }) => ({
      title: 'The turn of the year is confirmed',
      detail: `The files of FY${fiscalYear} were confirmed by the plan as it is. Take that confirmation back first.`,
    }),
  },
  'records.plan-not-scheduled': {
    status: 409,
    ja: () => ({
      title: '取りやめられません',
      detail: '取りやめられるのは、施行日の前の版だけです。施行した版は、新しい版で改めてください。',
    }),
    en: () => ({
      title: 'It cannot be withdrawn',
      detail: 'Only a version whose day has not come can be. Change what is in force by a new version.',
    }),
  },
  'records.plan-later-stands': {
    status: 409,
    ja: ({ day }) => ({
      title: '後の版がこの版の上に立っています',
      detail: `${formatWareki(day)}に施行される版を先に取りやめてください。`,
    }),
    en: ({ day }) => ({
      title: 'A later version stands on this one',
      detail: `Withdraw the version that begins on ${formatEnglishDay(day)} first.`,
    }),
  },
};

export const planProblems: ProblemTable<PlanErrors> = { ...drafting, ...publishing };
