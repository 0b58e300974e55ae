import type { ProblemText } from '@fubako/kernel';

/** What is refused alike around versions of the delegation table and of definitions. */
export const changedElsewhere: Omit<ProblemText<{ currentRevision: number }>, 'status'> = {
  ja: () => ({
    title: '別の画面で変わりました',
    detail: 'この下書きは、開いた後に保存されています。読み込み直してから、もう一度直してください。',
  }),
  en: () => ({
    title: 'Changed meanwhile',
    detail: 'This draft was saved elsewhere after you opened it. Reload it and make your change again.',
  }),
};

export const dayIsPast: ProblemText<{ day: string }> = {
  status: 422,
  rule: 'RULE-100',
  ja: ({ day }) => ({ title: '施行日が過去です', detail: `${day} は過ぎています。本日以後の日を選んでください。` }),
  en: ({ day }) => ({ title: 'The day is past', detail: `${day} has passed. Choose today or a later day.` }),
};
