import { type ProblemTable, refusals } from '@fubako/kernel';

export interface OrganisationErrors {
  'organisation.no-municipality': Record<string, never>;
  'organisation.unknown-person': { staffNo: string };
  'organisation.absence-reversed': Record<string, never>;
  'organisation.absence-overlaps': { from: string; until: string };
  'organisation.absence-not-found': Record<string, never>;
  'organisation.absence-is-over': Record<string, never>;
}

export const refuse = refusals<OrganisationErrors>();

export const organisationProblems: ProblemTable<OrganisationErrors> = {
  'organisation.no-municipality': {
    status: 503,
    ja: () => ({
      title: 'まだ設定されていません',
      detail: '市町村パッケージが読み込まれていません。管理者が取り込みを済ませてから使えます。',
    }),
    en: () => ({
      title: 'Not set up yet',
      detail: 'No municipality package has been imported. The administrator has to import one first.',
    }),
  },
  'organisation.unknown-person': {
    status: 403,
    ja: ({ staffNo }) => ({
      title: '職員の登録がありません',
      detail: `職員番号 ${staffNo} は職員名簿にありません。人事担当に登録を確かめてください。`,
    }),
    en: ({ staffNo }) => ({
      title: 'No such member of staff',
      detail: `Staff number ${staffNo} is not in the staff list. Ask the personnel office.`,
    }),
  },
  'organisation.absence-reversed': {
    status: 422,
    rule: 'RULE-40',
    ja: () => ({ title: '不在の期間が逆です', detail: '終わりの日時を、始まりより後にしてください。' }),
    en: () => ({
      title: 'The absence ends before it begins',
      detail: 'Choose an end that is later than the beginning.',
    }),
  },
  'organisation.absence-overlaps': {
    status: 409,
    rule: 'RULE-40',
    ja: ({ from, until }) => ({
      title: 'すでに不在の登録があります',
      detail: `${from}から${until}までの不在と重なっています。先の登録を取り消してから、登録し直してください。`,
    }),
    en: ({ from, until }) => ({
      title: 'Already registered as absent',
      detail: `It overlaps the absence from ${from} to ${until}. Cancel that one first.`,
    }),
  },
  'organisation.absence-not-found': {
    status: 404,
    ja: () => ({
      title: '不在の登録が見つかりません',
      detail: '自分の登録だけを取り消せます。一覧を開き直してください。',
    }),
    en: () => ({ title: 'No such absence', detail: 'You can cancel only your own. Reload the list.' }),
  },
  'organisation.absence-is-over': {
    status: 409,
    rule: 'RULE-53',
    ja: () => ({
      title: '終わった不在は取り消せません',
      detail: '過ぎた期間の記録は残ります。代決の根拠になるためです。',
    }),
    en: () => ({
      title: 'That absence is over',
      detail: 'Past absences stay on record: acting decisions rest on them.',
    }),
  },
};
