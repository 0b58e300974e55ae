import { type FieldFault, type ProblemTable, refusals } from '@fubako/kernel';
import { type QueryFaultCode, unreadableWords } from './query-words';

export interface SearchErrors {
  'search.query-too-long': { limit: number };
  'search.too-many-words': { limit: number };
  'search.only-exclusions': Record<string, never>;
  'search.query-unreadable': { fault: QueryFaultCode; at: number; text: string };
  'search.period-reversed': { from: string; to: string };
  'search.no-such-day': { parameter: string; day: string };
  'search.reason-missing': { errors: readonly FieldFault[] };
  'search.nothing-to-export': Record<string, never>;
  'search.too-many-to-export': { limit: number };
  'search.unknown-export': Record<string, never>;
  'search.export-not-ready': Record<string, never>;
  'search.package-too-large': Record<string, never>;
  'search.opening-closed': Record<string, never>;
  'search.unknown-saved-search': Record<string, never>;
  'search.not-your-search': Record<string, never>;
  'search.not-your-unit': Record<string, never>;
  'search.too-many-saved': { limit: number };
  'search.too-many-to-watch': { limit: number };
  'search.not-auditor': Record<string, never>;
  'search.inquiry-too-wide': { limit: number };
  'search.unknown-digest': Record<string, never>;
  'search.digest-acknowledged': { by: string };
}

export const refuse = refusals<SearchErrors>();

export const searchProblems: ProblemTable<SearchErrors> = {
  'search.query-too-long': {
    status: 422,
    ja: ({ limit }) => ({
      title: '検索の言葉が長すぎます',
      detail: `${limit}文字までにしてください。文の中の特徴のある言葉をいくつか入れると見つかります。`,
    }),
    en: ({ limit }) => ({
      title: 'Too much to search for',
      detail: `Use at most ${limit} characters: a few telling words are enough.`,
    }),
  },
  'search.too-many-words': {
    status: 422,
    ja: ({ limit }) => ({
      title: '検索の言葉が多すぎます',
      detail: `空白で区切った言葉は${limit}個までです。言葉を減らすか、続いた文は「"」で囲んでください。`,
    }),
    en: ({ limit }) => ({
      title: 'Too many words',
      detail: `At most ${limit} words can be combined. Leave some out, or put quotes around a phrase.`,
    }),
  },
  'search.only-exclusions': {
    status: 422,
    ja: () => ({
      title: '探す言葉がありません',
      detail: '「-」の付いた言葉は除く条件です。含まれているはずの言葉を一つ以上入れてください。',
    }),
    en: () => ({
      title: 'Nothing to search for',
      detail: 'Words with a minus are left out. Add at least one word that the document should contain.',
    }),
  },
  'search.query-unreadable': { status: 422, ...unreadableWords },
  'search.period-reversed': {
    status: 422,
    ja: ({ from, to }) => ({
      title: '期間の始めと終わりが逆です',
      detail: `${from} から ${to} までになっています。始めの日を終わりの日より前にしてください。`,
    }),
    en: ({ from, to }) => ({
      title: 'The period ends before it begins',
      detail: `It runs from ${from} to ${to}. Exchange the two days.`,
    }),
  },
  'search.no-such-day': {
    status: 422,
    ja: ({ day }) => ({
      title: '日付が正しくありません',
      detail: `${day} は暦にない日です。日付を選び直してください。`,
    }),
    en: ({ day }) => ({ title: 'No such day', detail: `${day} is not a day of the calendar. Choose the day again.` }),
  },
  'search.reason-missing': {
    status: 422,
    ja: () => ({
      title: '理由を入れてください',
      detail: '理由は台帳に記録されます。何のために必要かを書いてください。',
    }),
    en: () => ({ title: 'A reason is needed', detail: 'It is written into the ledger. Say what it is needed for.' }),
  },
  'search.opening-closed': {
    status: 404,
    ja: () => ({
      title: '閲覧の時間が過ぎました',
      detail: '理由を記録してから30分で閉じます。続けて読むときは、検索の結果からもう一度理由を入れて開いてください。',
    }),
    en: () => ({
      title: 'This reading has ended',
      detail:
        'It closes half an hour after the reason was given. To go on, open it again from the search, with a reason.',
    }),
  },
  'search.unknown-saved-search': {
    status: 404,
    ja: () => ({
      title: '保存した検索が見つかりません',
      detail: '削除されたか、共有が終わっています。一覧を開き直してください。',
    }),
    en: () => ({
      title: 'No such saved search',
      detail: 'It was deleted, or is no longer shared with you. Open the list again.',
    }),
  },
  'search.not-your-search': {
    status: 403,
    ja: () => ({
      title: 'ほかの人が保存した検索です',
      detail: '名前の変更・共有・削除は、保存した本人だけができます。同じ条件を自分の検索として保存してください。',
    }),
    en: () => ({
      title: 'Somebody else saved this search',
      detail: 'Only the person who saved it can rename, share or delete it. Save the same conditions as your own.',
    }),
  },
  'search.not-your-unit': {
    status: 422,
    ja: () => ({
      title: 'この所属とは共有できません',
      detail: '共有できるのは、自分が仕事をしている所属だけです。所属を選び直してください。',
    }),
    en: () => ({
      title: 'It cannot be shared with this unit',
      detail: 'A search can be shared with units in which you work. Choose another one.',
    }),
  },
  'search.too-many-saved': {
    status: 409,
    ja: ({ limit }) => ({
      title: '保存した検索が多すぎます',
      detail: `一人${limit}件までです。使わなくなったものを削除してから保存してください。`,
    }),
    en: ({ limit }) => ({
      title: 'Too many saved searches',
      detail: `A person can keep ${limit}. Delete some that are no longer used, then save again.`,
    }),
  },
  'search.too-many-to-watch': {
    status: 422,
    ja: ({ limit }) => ({
      title: '見つかる文書が多すぎます',
      detail: `新着の通知は、いま見つかる文書が${limit}件までの検索で使えます。言葉や条件を足して絞り込んでください。`,
    }),
    en: ({ limit }) => ({
      title: 'Too much is found',
      detail: `News can be had of searches that find at most ${limit} documents now. Add words or conditions.`,
    }),
  },
  'search.nothing-to-export': {
    status: 422,
    ja: () => ({
      title: '書き出す文書がありません',
      detail: 'この条件では何も見つかりません。条件を見直してください。',
    }),
    en: () => ({
      title: 'There is nothing to export',
      detail: 'Nothing is found under these conditions. Change them.',
    }),
  },
  'search.too-many-to-export': {
    status: 422,
    ja: ({ limit }) => ({
      title: '書き出す文書が多すぎます',
      detail: `一度に書き出せるのは${limit}件までです。年度などで分けて書き出してください。`,
    }),
    en: ({ limit }) => ({
      title: 'Too much to export at once',
      detail: `At most ${limit} documents at a time. Divide them, by fiscal year for example.`,
    }),
  },
  'search.unknown-export': {
    status: 404,
    ja: () => ({ title: '書き出しが見つかりません', detail: '一覧を開き直し、なければもう一度書き出してください。' }),
    en: () => ({ title: 'No such export', detail: 'Open the list again; if it is not there, order the export anew.' }),
  },
  'search.export-not-ready': {
    status: 409,
    ja: () => ({
      title: 'まだ受け取れません',
      detail: '作成中か、取りやめたか、保存の時間が過ぎています。進み具合を確かめてください。',
    }),
    en: () => ({
      title: 'It cannot be taken now',
      detail: 'It is being made, was cancelled, or its time is over. See how far it is.',
    }),
  },
  'search.package-too-large': {
    status: 422,
    ja: () => ({
      title: 'ファイルが大きすぎます',
      detail: '一つの書き出しは2GBまでです。条件を足して分けて書き出してください。',
    }),
    en: () => ({
      title: 'The package is too large',
      detail: 'One export holds at most 2 GB. Divide it by conditions.',
    }),
  },
  'search.not-auditor': {
    status: 403,
    ja: () => ({
      title: '閲覧記録は見られません',
      detail:
        '閲覧記録の照会は監査担当、週次報告は町が定めた確認者だけが見られます。必要なときは監査担当に照会を依頼してください。',
    }),
    en: () => ({
      title: 'The log of readings is not open to you',
      detail:
        'Auditors ask it, and the manager whom the municipality names looks at the weekly digest. Ask the auditors to look something up.',
    }),
  },
  'search.inquiry-too-wide': {
    status: 422,
    ja: ({ limit }) => ({
      title: '対象の文書が多すぎます',
      detail: `照会は${limit}件までの文書について行えます。氏名や件名の言葉を足して、対象を絞ってください。`,
    }),
    en: ({ limit }) => ({
      title: 'It is about too many documents',
      detail: `An inquiry is about ${limit} documents at most. Add a name or words of a title to narrow it.`,
    }),
  },
  'search.unknown-digest': {
    status: 404,
    ja: () => ({
      title: '週次報告が見つかりません',
      detail: '一覧を開き直して、確認する週を選んでください。',
    }),
    en: () => ({ title: 'There is no such digest', detail: 'Open the list again and choose the week.' }),
  },
  'search.digest-acknowledged': {
    status: 409,
    ja: ({ by }) => ({
      title: '確認済みの週次報告です',
      detail: `${by}が確認しています。一覧を開き直してください。`,
    }),
    en: ({ by }) => ({ title: 'It was acknowledged before', detail: `${by} did so. Open the list again.` }),
  },
};
