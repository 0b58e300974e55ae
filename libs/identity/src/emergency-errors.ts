import { type ProblemTable, refusals } from '@fubako/kernel';

export interface EmergencyErrors {
  'identity.emergency-not-asker': Record<string, never>;
  'identity.emergency-scope': Record<string, never>;
  'identity.emergency-too-long': { mostHours: number };
  'identity.emergency-unknown': { names: readonly string[] };
  'identity.emergency-ambiguous': { names: readonly string[] };
  'identity.emergency-not-found': Record<string, never>;
  'identity.emergency-own': Record<string, never>;
  'identity.emergency-not-confirmer': Record<string, never>;
  'identity.emergency-not-yours': Record<string, never>;
  'identity.emergency-over': Record<string, never>;
}

export const refuseEmergency = refusals<EmergencyErrors>();

/** Refusals about 緊急閲覧. */
export const emergencyProblems: ProblemTable<EmergencyErrors> = {
  'identity.emergency-not-asker': {
    status: 403,
    ja: () => ({
      title: '緊急閲覧を申請できません',
      detail: '申請できるのは、システム管理者と組織管理者です。急ぐ場合は情報担当に連絡してください。',
    }),
    en: () => ({
      title: 'You cannot ask for emergency reading',
      detail: 'System and organisation administrators ask for it. Call them if it is urgent.',
    }),
  },
  'identity.emergency-scope': {
    status: 422,
    ja: () => ({
      title: '閲覧する範囲を指定してください',
      detail: '文書の番号か、所属のどちらか一方を指定してください。',
    }),
    en: () => ({ title: 'Say what is to be read', detail: 'Give either numbers of matters or one section.' }),
  },
  'identity.emergency-too-long': {
    status: 422,
    ja: ({ mostHours }) => ({
      title: '終了の時刻を見直してください',
      detail: `今から${mostHours}時間以内の時刻を指定してください。`,
    }),
    en: ({ mostHours }) => ({
      title: 'Choose another end',
      detail: `It must lie within the next ${mostHours} hours.`,
    }),
  },
  'identity.emergency-unknown': {
    status: 422,
    ja: ({ names }) => ({
      title: '見つかりません',
      detail: `${names.join('、')} は見つかりません。起案番号・施行番号・収受番号をそのまま入力してください。`,
    }),
    en: ({ names }) => ({
      title: 'Not found',
      detail: `Nothing bears ${names.join(', ')}. Enter the numbers as they are written.`,
    }),
  },
  'identity.emergency-ambiguous': {
    status: 422,
    ja: ({ names }) => ({
      title: '同じ番号の文書が複数あります',
      detail: `${names.join('、')} は複数の年度にあります。起案番号で指定してください。`,
    }),
    en: ({ names }) => ({
      title: 'Several matters bear this number',
      detail: `${names.join(', ')}: use the number of the draft, which is the only one.`,
    }),
  },
  'identity.emergency-not-found': {
    status: 404,
    ja: () => ({ title: '緊急閲覧が見つかりません', detail: '一覧を開き直して確かめてください。' }),
    en: () => ({ title: 'No such emergency reading', detail: 'Open the list again.' }),
  },
  'identity.emergency-own': {
    status: 403,
    ja: () => ({
      title: '自分の申請は確認できません',
      detail: '緊急閲覧は二人で行います。別の確認者に連絡してください。',
    }),
    en: () => ({
      title: 'You cannot confirm what you asked for',
      detail: 'It takes two persons. Call somebody else who confirms.',
    }),
  },
  'identity.emergency-not-confirmer': {
    status: 403,
    ja: () => ({
      title: '緊急閲覧を確認できません',
      detail: '確認できるのは、管理者でない緊急閲覧の確認者です。確認者に連絡してください。',
    }),
    en: () => ({
      title: 'You cannot confirm emergency reading',
      detail: 'Those with the role for it confirm, administrators never. Call one of them.',
    }),
  },
  'identity.emergency-not-yours': {
    status: 403,
    ja: () => ({
      title: 'この緊急閲覧は終了できません',
      detail: '終了できるのは、申請した人、確認者、閲覧記録を確認する管理職です。',
    }),
    en: () => ({
      title: 'You cannot end this emergency reading',
      detail: 'Who asked, who confirms, and the manager who reviews readings can.',
    }),
  },
  'identity.emergency-over': {
    status: 409,
    ja: () => ({
      title: 'この緊急閲覧は受付を終えています',
      detail: '確認済みか、終了しています。まだ必要なら、新しく申請してください。',
    }),
    en: () => ({
      title: 'This emergency reading is no longer open for that',
      detail: 'It was confirmed already or is over. Ask anew if it is still needed.',
    }),
  },
};
