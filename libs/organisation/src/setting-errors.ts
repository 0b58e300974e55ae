import type { FieldFault, ProblemTable } from '@fubako/kernel';
import type { Words } from './package/fault';

export interface SettingErrors {
  'organisation.settings-not-yours': Record<string, never>;
  'organisation.no-such-setting': Record<string, never>;
  'organisation.setting-changed-meanwhile': Record<string, never>;
  'organisation.setting-refused': { errors: readonly FieldFault[] };
  'organisation.setting-value': { words: Words };
  'organisation.setting-is-so': Record<string, never>;
}

/** Refusals of changed settings (設定). */
export const settingProblems: ProblemTable<SettingErrors> = {
  'organisation.settings-not-yours': {
    status: 403,
    ja: () => ({
      title: '設定はシステム管理者が変えます',
      detail: '見られるのは管理者、文書主管課、監査担当です。変えたいときはシステム管理者に連絡してください。',
    }),
    en: () => ({
      title: 'Settings are changed by the system administrator',
      detail: 'Administrators, the records office and auditors see them. Ask the system administrator to change one.',
    }),
  },
  'organisation.no-such-setting': {
    status: 404,
    ja: () => ({ title: 'その設定はありません', detail: '設定の一覧から選んでください。' }),
    en: () => ({ title: 'No such setting', detail: 'Choose one from the list of settings.' }),
  },
  'organisation.setting-changed-meanwhile': {
    status: 412,
    ja: () => ({
      title: 'ほかの人が先に変えています',
      detail: 'この設定は開いたあとに変わりました。いまの値を確かめてから、もう一度変えてください。',
    }),
    en: () => ({
      title: 'Somebody else changed it first',
      detail: 'This setting has changed since you opened it. Look at what it is now, then change it again.',
    }),
  },
  'organisation.setting-refused': {
    status: 422,
    ja: () => ({ title: 'この値にはできません', detail: '値を直してから、もう一度保存してください。' }),
    en: () => ({ title: 'It cannot be set to that', detail: 'Correct the value and save it again.' }),
  },
  'organisation.setting-value': {
    status: 422,
    ja: ({ words }) => ({ title: '値が正しくありません', detail: `${words.ja}。` }),
    en: ({ words }) => ({ title: 'The value is not right', detail: `${words.en}.` }),
  },
  'organisation.setting-is-so': {
    status: 409,
    ja: () => ({ title: 'すでにその値です', detail: 'その日の値と同じです。変えるところはありません。' }),
    en: () => ({ title: 'It is so already', detail: 'That is what it is on that day. There is nothing to change.' }),
  },
};
