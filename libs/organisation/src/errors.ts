import { type ProblemTable, refusals } from '@fubako/kernel';
import { type ProxyErrors, proxyProblems } from './proxy-errors';
import { type SettingErrors, settingProblems } from './setting-errors';
import { momentInEnglish, momentInJapanese } from './core/moment-words';

export interface OrganisationErrors {
  'organisation.no-municipality': Record<string, never>;
  'organisation.unknown-person': { staffNo: string };
  'organisation.valid-from-is-past': { day: string };
  'organisation.absence-reversed': Record<string, never>;
  'organisation.absence-overlaps': { from: string; until: string };
  'organisation.absence-already-past': Record<string, never>;
  'organisation.absence-not-yours': { kind: 'absence' | 'incapacity' };
  'organisation.absence-without-ground': Record<string, never>;
  'organisation.absence-end-not-earlier': Record<string, never>;
  'organisation.calendar-too-long': { days: number };
  'organisation.not-all-absences': Record<string, never>;
  'organisation.no-such-post': { postCode: string };
  'organisation.no-such-person': { staffNo: string };
  'organisation.transfers-not-yours': Record<string, never>;
  'organisation.nothing-to-transfer': Record<string, never>;
  'organisation.reorganisation-not-yours': Record<string, never>;
  'organisation.nothing-to-reorganise': Record<string, never>;
  'organisation.own-transfer': Record<string, never>;
  'organisation.no-such-unit': { code: string; day: string };
  'organisation.absence-not-found': Record<string, never>;
  'organisation.absence-is-over': Record<string, never>;
}

export const refuse = refusals<OrganisationErrors & ProxyErrors & SettingErrors>();

export const organisationProblems: ProblemTable<OrganisationErrors & ProxyErrors & SettingErrors> = {
  ...proxyProblems,
  ...settingProblems,
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
  'organisation.valid-from-is-past': {
    status: 422,
    rule: 'RULE-100',
    ja: ({ day }) => ({
      title: '施行日が過去です',
      detail: `${day} より後に決めたことは、すでにその日の定めで進んでいます。本日以後の日を施行日にしてください。`,
    }),
    en: ({ day }) => ({
      title: 'The day is past',
      detail: `Matters have gone by the rules of ${day} already. Choose today or a later day.`,
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
      detail: `${momentInJapanese(from)}から${momentInJapanese(until)}までの登録と重なっています。先の登録を取り消してから、登録し直してください。`,
    }),
    en: ({ from, until }) => ({
      title: 'Already registered as absent',
      detail: `It overlaps what is registered from ${momentInEnglish(from)} to ${momentInEnglish(until)}. Cancel that one first.`,
    }),
  },
  'organisation.absence-already-past': {
    status: 422,
    rule: 'RULE-40',
    ja: () => ({
      title: 'すでに終わった期間です',
      detail: '不在は前もって、または不在のあいだに登録します。終わりの日時を今より後にしてください。',
    }),
    en: () => ({
      title: 'That time is over',
      detail: 'An absence is registered before or while it lasts. Choose an end that is later than now.',
    }),
  },
  'organisation.absence-not-yours': {
    status: 403,
    rule: 'RULE-40',
    ja: ({ kind }) => ({
      title: kind === 'incapacity' ? '事故は人事担当が登録します' : 'ほかの人の不在は登録できません',
      detail:
        kind === 'incapacity'
          ? '事故の登録と解除は組織管理者だけができます。人事担当に連絡してください。'
          : '登録できるのは本人、組織管理者、文書主管課です。本人に登録してもらうか、文書主管課に連絡してください。',
    }),
    en: ({ kind }) => ({
      title: kind === 'incapacity' ? 'Incapacity is registered by personnel' : 'You cannot register that for others',
      detail:
        kind === 'incapacity'
          ? 'Only the organisation administrator registers and ends it. Ask the personnel office.'
          : 'The person, the organisation administrator and the records office can. Ask one of them.',
    }),
  },
  'organisation.absence-without-ground': {
    status: 422,
    rule: 'RULE-40',
    ja: () => ({
      title: '代わりに登録する理由を書いてください',
      detail: '本人に代わって登録するとき、また事故を登録するときは、その理由が記録に残ります。',
    }),
    en: () => ({
      title: 'Say why you register it',
      detail: 'Registering for somebody else, and registering an incapacity, needs a reason that stays on record.',
    }),
  },
  'organisation.absence-end-not-earlier': {
    status: 422,
    rule: 'RULE-40',
    ja: () => ({
      title: '不在を延ばすことはできません',
      detail: '終わりの日時を、登録されている終わりより前にしてください。延ばすときは、続きを新しく登録します。',
    }),
    en: () => ({
      title: 'An absence cannot be extended this way',
      detail: 'Choose an end before the registered one. To extend it, register the following time as well.',
    }),
  },
  'organisation.calendar-too-long': {
    status: 422,
    ja: ({ days }) => ({
      title: '期間が長すぎます',
      detail: `一度に見られるのは${days}日までです。期間を短くしてください。`,
    }),
    en: ({ days }) => ({
      title: 'That is too long a time',
      detail: `At most ${days} days can be shown at once, the first not after the last. Choose a shorter time.`,
    }),
  },
  'organisation.not-all-absences': {
    status: 403,
    ja: () => ({
      title: '全職員の不在は見られません',
      detail: '全職員の不在を見られるのは組織管理者です。所属の不在を開いてください。',
    }),
    en: () => ({
      title: 'You cannot see the absences of everybody',
      detail: 'Only the organisation administrator can. Open those of your section.',
    }),
  },
  'organisation.no-such-post': {
    status: 404,
    ja: ({ postCode }) => ({ title: 'その職はありません', detail: `職のコード ${postCode} を確かめてください。` }),
    en: ({ postCode }) => ({ title: 'No such post', detail: `Check the code ${postCode}.` }),
  },
  'organisation.transfers-not-yours': {
    status: 403,
    ja: () => ({
      title: '人事異動の取り込みはできません',
      detail: '人事異動は組織管理者が取り込みます。必要なときは組織管理者に連絡してください。',
    }),
    en: () => ({
      title: 'Transfers are not yours to bring in',
      detail: 'Transfers are brought in by organisation administrators. Ask one of them.',
    }),
  },
  'organisation.reorganisation-not-yours': {
    status: 403,
    ja: () => ({
      title: '組織改正を試すことはできません',
      detail: '組織改正は組織管理者が準備します。必要なときは組織管理者に連絡してください。',
    }),
    en: () => ({
      title: 'A reorganisation is not yours to try',
      detail: 'Reorganisations are prepared by organisation administrators. Ask one of them.',
    }),
  },
  'organisation.nothing-to-reorganise': {
    status: 422,
    ja: () => ({
      title: '一覧がありません',
      detail: '組織、事務分掌、職などの一覧を、少なくとも一つ選んでください。',
    }),
    en: () => ({
      title: 'There is no list',
      detail: 'Choose a list of units, functions, posts or others, at least one of them.',
    }),
  },
  'organisation.nothing-to-transfer': {
    status: 422,
    ja: () => ({
      title: '一覧がありません',
      detail: '職員の一覧か配置の一覧を、少なくとも一つ選んでください。',
    }),
    en: () => ({
      title: 'There is no list',
      detail: 'Choose a list of people or of assignments, at least one of them.',
    }),
  },
  'organisation.own-transfer': {
    status: 403,
    ja: () => ({
      title: '自分の異動は取り込めません',
      detail:
        '一覧にあなた自身の配置の変更があります。その行は、ほかの組織管理者が取り込むか、市町村パッケージで取り込んでください。',
    }),
    en: () => ({
      title: 'Your own transfer is not yours to bring in',
      detail:
        'The list changes an assignment of your own. Another organisation administrator brings that line in, or the municipality package.',
    }),
  },
  'organisation.no-such-unit': {
    status: 404,
    ja: ({ code, day }) => ({
      title: 'その日にはない組織です',
      detail: `組織「${code}」は${day}にはありません。日を変えるか、組織図から選び直してください。`,
    }),
    en: ({ code, day }) => ({
      title: 'No such unit on that day',
      detail: `There is no unit ${code} on ${day}. Choose another day, or another unit from the chart.`,
    }),
  },
  'organisation.no-such-person': {
    status: 422,
    ja: ({ staffNo }) => ({
      title: 'その職員はいません',
      detail: `職員番号 ${staffNo} は職員名簿にありません。番号を確かめてください。`,
    }),
    en: ({ staffNo }) => ({
      title: 'No such member of staff',
      detail: `Staff number ${staffNo} is not in the staff list. Check the number.`,
    }),
  },
  'organisation.absence-not-found': {
    status: 404,
    ja: () => ({
      title: '不在の登録が見つかりません',
      detail: '取り消されたか、取り消せる登録ではありません。一覧を開き直してください。',
    }),
    en: () => ({ title: 'No such absence', detail: 'It is gone, or not yours to cancel. Reload the list.' }),
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
