import type { ProblemTable } from '@fubako/kernel';
import { changedElsewhere, dayIsPast } from './version-problems';

export interface DefinitionErrors {
  'approvals.not-your-definitions': Record<string, never>;
  'approvals.definition-not-found': Record<string, never>;
  'approvals.definition-has-draft': { draftId: number };
  'approvals.definition-exists': { code: string };
  'approvals.definition-not-draft': Record<string, never>;
  'approvals.definition-under-decision': { documentId: string };
  'approvals.definition-changed': { currentRevision: number };
  'approvals.definition-unreadable': Record<string, never>;
  'approvals.definition-has-faults': { faults: readonly { message: string }[] };
  'approvals.definition-same': Record<string, never>;
  'approvals.definition-day-is-past': { day: string };
  'approvals.definition-out-of-order': { day: string };
}

/** Refusals around the versions of forms and matter types. */
export const definitionProblems: ProblemTable<DefinitionErrors> = {
  'approvals.not-your-definitions': {
    status: 403,
    ja: () => ({
      title: '様式と事案の種類は担当者だけが扱えます',
      detail: '版を見たり変えたりできるのは、文書主管課と組織管理者です。必要なときは文書主管課に相談してください。',
    }),
    en: () => ({
      title: 'Not your definitions',
      detail:
        'Forms and matter types are kept by the records office and the administrator of the organisation. Ask them.',
    }),
  },
  'approvals.definition-not-found': {
    status: 404,
    ja: () => ({
      title: '見つかりません',
      detail: 'その様式、事案の種類、または版はありません。一覧から選び直してください。',
    }),
    en: () => ({
      title: 'Not found',
      detail: 'There is no such form, matter type or version. Choose again from the list.',
    }),
  },
  'approvals.definition-has-draft': {
    status: 409,
    ja: () => ({ title: '下書きがすでにあります', detail: '下書きは一つだけです。その続きを直してください。' }),
    en: () => ({ title: 'There is a draft already', detail: 'There is one draft at a time: go on with that one.' }),
  },
  'approvals.definition-exists': {
    status: 409,
    ja: ({ code }) => ({
      title: 'その記号は使われています',
      detail: `「${code}」はすでにあります。別の記号にしてください。`,
    }),
    en: ({ code }) => ({ title: 'This code is taken', detail: `${code} exists already. Choose another code.` }),
  },
  'approvals.definition-not-draft': {
    status: 409,
    rule: 'RULE-104',
    ja: () => ({
      title: '公布された版は変えられません',
      detail: '文書がよりどころにするため変えられません。新しい下書きを作って直してください。',
    }),
    en: () => ({
      title: 'Published versions do not change',
      detail: 'Documents rest on a published version. Begin a new draft and change that.',
    }),
  },
  'approvals.definition-under-decision': {
    status: 409,
    rule: 'RULE-100',
    ja: () => ({
      title: '決裁に回っている下書きは変えられません',
      detail: '直すときは、決裁の文書を引き戻して取り下げてください。',
    }),
    en: () => ({
      title: 'This draft is under decision',
      detail: 'It stays as it is while its decision goes round. Pull the document back and withdraw it to change it.',
    }),
  },
  'approvals.definition-changed': { status: 412, ...changedElsewhere },
  'approvals.definition-unreadable': {
    status: 422,
    ja: () => ({
      title: '読み取れません',
      detail: '様式や事案の種類の形をしていません。画面を読み込み直してから、もう一度直してください。',
    }),
    en: () => ({
      title: 'This cannot be read',
      detail: 'It is no form or matter type. Reload the screen and make your change again.',
    }),
  },
  'approvals.definition-has-faults': {
    status: 422,
    rule: 'RULE-10',
    ja: ({ faults }) => ({ title: '直すところがあります', detail: faults.map(({ message }) => message).join(' ') }),
    en: ({ faults }) => ({
      title: 'There is something to correct',
      detail: faults.map(({ message }) => message).join(' '),
    }),
  },
  'approvals.definition-same': {
    status: 422,
    ja: () => ({ title: '変わるところがありません', detail: '今の版と同じです。直してから決裁に回してください。' }),
    en: () => ({
      title: 'Nothing changes',
      detail: 'It says what the present version says. Change something before you send it round.',
    }),
  },
  'approvals.definition-day-is-past': dayIsPast,
  'approvals.definition-out-of-order': {
    status: 422,
    rule: 'RULE-100',
    ja: ({ day }) => ({
      title: '先の版より前には施行できません',
      detail: `${day} に施行される版がすでにあります。その日以後を選んでください。`,
    }),
    en: ({ day }) => ({
      title: 'Another version begins later',
      detail: `A version begins on ${day}. Choose that day or a later one.`,
    }),
  },
};
