import { type LocalDate, type ProblemTable, formatEnglishDay, formatWareki } from '@fubako/kernel';

export interface RuleErrors {
  'records.rule-change-under-way': { changeId: string; code: string };
  'records.rule-change-not-found': { changeId: string };
  'records.retention-class-taken': { code: string };
  'records.retention-class-to-come': { code: string; validFrom: LocalDate };
  'records.valid-from-is-past': { validFrom: LocalDate };
  'records.below-statute': { years: number; statutoryYears: number; law: string };
  'records.statute-without-law': object;
}

/** Rules of keeping: retention classes, and the changes that files follow. */
export const ruleProblems: ProblemTable<RuleErrors> = {
  'records.rule-change-under-way': {
    status: 409,
    ja: ({ code }) => ({
      title: '前の変更がまだ終わっていません',
      detail: `「${code}」の変更を簿冊に及ぼしているところです。終わってから変えてください。止めてあるときは、記録管理の画面で再開してください。`,
    }),
    en: ({ code }) => ({
      title: 'Another change is still under way',
      detail: `Files are following the change of ${code}. Wait until it is done; where it was stopped, let it go on from the records desk.`,
    }),
  },
  'records.rule-change-not-found': {
    status: 404,
    ja: () => ({ title: '変更が見つかりません', detail: '記録管理の画面から開き直してください。' }),
    en: () => ({ title: 'No such change', detail: 'Open it again from the records desk.' }),
  },
  'records.retention-class-taken': {
    status: 409,
    ja: ({ code }) => ({
      title: 'この符号の区分はもうあります',
      detail: `「${code}」とは別の符号にするか、いまある区分を変えてください。`,
    }),
    en: ({ code }) => ({
      title: 'There is such a class already',
      detail: `Choose another code than ${code}, or change the class that is there.`,
    }),
  },
  'records.retention-class-to-come': {
    status: 409,
    ja: ({ code, validFrom }) => ({
      title: 'まだ使えない区分です',
      detail: `「${code}」は${formatWareki(validFrom)}から使えます。その日からのファイル基準表で選ぶか、ほかの区分にしてください。`,
    }),
    en: ({ code, validFrom }) => ({
      title: 'Not in use yet',
      detail: `${code} may be used from ${formatEnglishDay(validFrom)} on. Choose it in a filing plan from that day on, or another class.`,
    }),
  },
  'records.valid-from-is-past': {
    status: 422,
    ja: () => ({ title: '施行日が過去です', detail: '本日以後の日を入れてください。' }),
    en: () => ({ title: 'The day is past', detail: 'Enter today or a later day.' }),
  },
  'records.below-statute': {
    status: 422,
    rule: 'RULE-84',
    ja: ({ statutoryYears, law }) => ({
      title: '法定の保存期間より短くはできません',
      detail: `${law}により${statutoryYears}年以上にしてください。`,
    }),
    en: ({ statutoryYears, law }) => ({
      title: 'Shorter than a law demands',
      detail: `Enter at least ${statutoryYears} years (${law}).`,
    }),
  },
  'records.statute-without-law': {
    status: 422,
    rule: 'RULE-84',
    ja: () => ({
      title: '法定の年数と法令名は一緒に入れてください',
      detail: 'もう一方も入れるか、両方を空にしてください。',
    }),
    en: () => ({
      title: 'Statutory years and their law belong together',
      detail: 'Enter the other too, or empty both.',
    }),
  },
};
