import type { ProblemTable } from '@fubako/kernel';

/** What keeps a field of a form (様式) from being saved or submitted. */
export interface FormErrors {
  'form.required': Record<string, never>;
  'form.not-a-number': Record<string, never>;
  'form.wrong-type': Record<string, never>;
  'form.too-small': { limit?: number };
  'form.too-large': { limit?: number };
  'form.not-a-choice': { choices?: readonly string[] };
  'form.not-a-date': Record<string, never>;
  'form.too-few-rows': { limit?: number };
  'form.too-many-rows': { limit?: number };
  'form.unknown-person': Record<string, never>;
  'form.unknown-unit': Record<string, never>;
}

const yen = (value: number | undefined, language: 'ja-JP' | 'en-US') => (value ?? 0).toLocaleString(language);

export const formProblems: ProblemTable<FormErrors> = {
  'form.required': {
    status: 422,
    rule: 'RULE-10',
    ja: () => ({ title: '必須項目です', detail: '入力してください。' }),
    en: () => ({ title: 'Required', detail: 'Fill this in.' }),
  },
  'form.not-a-number': {
    status: 422,
    ja: () => ({
      title: '数字で入力してください',
      detail: '数字だけで入力してください。「万」「千円」などの単位は使えません(例: 1200000)。',
    }),
    en: () => ({
      title: 'Number needed',
      detail: 'Enter digits only, without units such as 万 (for example 1200000).',
    }),
  },
  'form.wrong-type': {
    status: 422,
    ja: () => ({ title: '形式が違います', detail: 'この項目に入れられる形の値ではありません。入力し直してください。' }),
    en: () => ({ title: 'Wrong kind of value', detail: 'This field does not take such a value. Enter it again.' }),
  },
  'form.too-small': {
    status: 422,
    ja: ({ limit }) => ({ title: '小さすぎます', detail: `${yen(limit, 'ja-JP')}以上の数を入力してください。` }),
    en: ({ limit }) => ({ title: 'Too small', detail: `Enter ${yen(limit, 'en-US')} or more.` }),
  },
  'form.too-large': {
    status: 422,
    ja: ({ limit }) => ({
      title: '大きすぎます',
      detail: `${yen(limit, 'ja-JP')}以下の数を入力してください。桁を確かめてください。`,
    }),
    en: ({ limit }) => ({
      title: 'Too large',
      detail: `Enter ${yen(limit, 'en-US')} or less. Check the number of digits.`,
    }),
  },
  'form.not-a-choice': {
    status: 422,
    ja: ({ choices }) => ({
      title: '選び直してください',
      detail: `「${(choices ?? []).join('」「')}」から選んでください。`,
    }),
    en: ({ choices }) => ({ title: 'Choose one', detail: `Choose one of: ${(choices ?? []).join(', ')}.` }),
  },
  'form.not-a-date': {
    status: 422,
    ja: () => ({ title: '日付が正しくありません', detail: '暦にある日付を入力してください(例: 令和8年12月1日)。' }),
    en: () => ({ title: 'Not a date', detail: 'Enter a day of the calendar (for example 2026-12-01).' }),
  },
  'form.too-few-rows': {
    status: 422,
    ja: ({ limit }) => ({ title: '行が足りません', detail: `${yen(limit, 'ja-JP')}行以上入力してください。` }),
    en: ({ limit }) => ({ title: 'Too few rows', detail: `Enter at least ${yen(limit, 'en-US')} row(s).` }),
  },
  'form.too-many-rows': {
    status: 422,
    ja: ({ limit }) => ({
      title: '行が多すぎます',
      detail: `${yen(limit, 'ja-JP')}行までにし、残りは添付ファイルにしてください。`,
    }),
    en: ({ limit }) => ({
      title: 'Too many rows',
      detail: `Keep to ${yen(limit, 'en-US')} rows, and attach the rest as a file.`,
    }),
  },
  'form.unknown-person': {
    status: 422,
    ja: () => ({
      title: '職員が見つかりません',
      detail: '本日、職に就いている職員の中にいません。異動や退職を確かめ、一覧から選び直してください。',
    }),
    en: () => ({
      title: 'No such member of staff',
      detail: 'Nobody of that number holds a post today. Choose again from the list.',
    }),
  },
  'form.unknown-unit': {
    status: 422,
    ja: () => ({
      title: '所属が見つかりません',
      detail: '本日の組織にない所属です。廃止や名称変更を確かめ、一覧から選び直してください。',
    }),
    en: () => ({
      title: 'No such unit',
      detail: 'It is not in the organisation of today. Choose again from the list.',
    }),
  },
};
