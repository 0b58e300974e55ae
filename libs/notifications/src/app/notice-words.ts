import type { Language } from '@fubako/platform/http';
import { refusalWords } from '@fubako/scans';
import type { NoticeFacts, NoticeKind } from './notice';

interface NoticeText {
  readonly title: string;
  readonly text: string;
}

type Wording = (facts: NoticeFacts) => string;

const SEATS: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  line: {
    ja: '承認の順番が回ってきました。内容を確かめて処理してください。',
    en: 'It is your turn to approve. Read it and act.',
  },
  review: {
    ja: '審査の順番が回ってきました。内容を確かめて処理してください。',
    en: 'It is your turn to review. Read it and act.',
  },
  concurrence: {
    ja: '合議が届きました。内容を確かめて意見を返してください。',
    en: 'Your section is asked to concur. Read it and answer.',
  },
  decision: {
    ja: '決裁の順番が回ってきました。内容を確かめて決裁してください。',
    en: 'It is your turn to decide. Read it and decide.',
  },
  confirmation: {
    ja: '確認の依頼が届きました。内容を確かめてください。',
    en: 'You are asked to confirm. Read it and confirm.',
  },
  circulation: { ja: '供覧の文書が届きました。', en: 'A document was circulated to you.' },
};

const ANY_SEAT = {
  ja: '処理の順番が回ってきました。内容を確かめてください。',
  en: 'It is your turn. Read it and act.',
};

const byJa: Wording = ({ by }) => (by ? `${by.title} ${by.name}` : '担当者');
const byEn: Wording = ({ by }) => (by ? `${by.name} (${by.title})` : 'Somebody');

const JA: Readonly<Record<NoticeKind, Wording>> = {
  decided: (facts) =>
    `${byJa(facts)}が決裁しました。${facts.dispatchNumber ? `施行番号は ${facts.dispatchNumber} です。` : ''}`,
  returned: (facts) => `${byJa(facts)}が差し戻しました。理由を確かめ、直してから再提出してください。`,
  rejected: (facts) => `${byJa(facts)}が否決しました。理由は決裁の履歴で確かめられます。`,
  seat_opened: ({ seatKind }) => (SEATS[seatKind ?? ''] ?? ANY_SEAT).ja,
  circulated: (facts) => `${byJa(facts)}から供覧が届きました。読んで、閲覧済にしてください。`,
  circulation_completed: () => '必要な人が全員読み終わり、供覧が完了しました。',
  draft_asked: (facts) => `${byJa(facts)}が起案を依頼しました。担当者を決めて起案してください。`,
  receipt_routed: (facts) => `${byJa(facts)}から文書が回ってきました。収受して処理してください。`,
  abandoned: (facts) => `${byJa(facts)}が廃案にしました。合議・承認を終えていた方にお知らせしています。`,
  withdrawn: (facts) => `${byJa(facts)}が取り下げました。`,
  revised: (facts) => `${byJa(facts)}が回議の途中で内容を修正しました。変更箇所を確かめてください。`,
  resubmitted: (facts) => `${byJa(facts)}が直して再提出しました。あなたの承認は有効です。変更箇所を確かめてください。`,
  to_post_review: () => 'あなたに代わって処理されました。後閲してください。',
  decision_dropped: () =>
    '処理の確定前に状況が変わったため、あなたの決裁(否決)は確定しませんでした。開いて確かめてください。',
  post_review_opinion: (facts) => `${byJa(facts)}が後閲で意見を付けました。決裁はそのまま有効です。`,
  handed_over: (facts) => `${byJa(facts)}から処理を引き継ぎました。内容を確かめて処理してください。`,
  succeeded: (facts) => `この案件の処理は${byJa(facts)}に引き継がれました。`,
  removed: (facts) => `${byJa(facts)}が経路から外しました。処理は不要になりました。`,
  due: ({ day }) => `処理期限は今日(${dayJa(day)})です。内容を確かめて処理してください。`,
  overdue: ({ day }) => `処理期限(${dayJa(day)})を過ぎています。すぐに処理するか、保留の理由を付けてください。`,
  escalated: (facts) =>
    `${facts.holder ? `${facts.holder.title} ${facts.holder.name}` : '担当者'}の処理期限(${dayJa(facts.day)})が過ぎたまま止まっています。状況を確かめてください。`,
  held: () => '保留の期日になりました。処理を再開してください。',
  search_matched: ({ search }) =>
    `保存した検索「${search?.name ?? ''}」で新しく見つかりました。${search && search.more > 0 ? `ほかに${search.more}件あります。` : ''}`,
  route_gaps: ({ gaps }) =>
    `経路の点検で、処理できる人のいない段が${gaps?.count ?? ''}件見つかりました(最初は${dayJa(gaps?.first)})。専決規程の「経路の点検」で確かめ、発令や代理を手配してください。`,
  records_findings: ({ findings }) =>
    `夜間の点検で、手当てが要る簿冊が新しく${findings?.count ?? ''}件見つかりました(最初は「${findings?.first ?? ''}」)。文書保存の「点検で見つかった簿冊」で確かめてください。`,
  objects_damaged: ({ objects }) =>
    `保管庫の原本${objects?.count ?? ''}件が、登録時の内容と一致しません(最初の1件 ${short(objects?.first)})。「保管庫」の画面で確かめ、控えから復元してください。`,
  locks_drifted: ({ objects }) =>
    `保管庫の原本${objects?.count ?? ''}件の錠(保持期限・法的保持)が外れるか弱くなっていました(最初の1件 ${short(objects?.first)})。かけ直しました。保管庫の権限を確かめてください。`,
  readings_digested: ({ digest }) =>
    digest?.lines === 0
      ? `${dayJa(digest.from)}からの1週間に、管理者・監査・件名のみの閲覧はありませんでした。「閲覧記録」で確認してください。`
      : `${dayJa(digest?.from)}からの1週間の、管理者・監査・件名のみの閲覧が${digest?.lines ?? ''}行あります。「閲覧記録」で目を通し、確認してください。`,
  emergency_asked: ({ emergency }) =>
    `${emergency?.asker ?? ''}が緊急閲覧を申請しました。「緊急閲覧」で理由と範囲を確かめ、必要なら確認してください。`,
  emergency_opened: ({ emergency }) =>
    `${emergency?.asker ?? ''}による緊急閲覧が始まりました(${clockJa(emergency?.until)}まで)。「緊急閲覧」で理由と範囲を確かめてください。`,
  sending_refused: (facts) => `ウイルス検査を待っていたファイルは受け付けられませんでした。${refusedFor(facts, 'ja')}`,
  loan_overdue: ({ day }) =>
    `借りている簿冊の返却期限(${dayJa(day)})が過ぎています。返すか、続けて要るときは改めて申し込んでください。`,
  needs_attention: () =>
    '職に就いている人がいないため、処理が止まっています。事務取扱の発令か経路の見直しを手配してください。',
};

const EN: Readonly<Record<NoticeKind, Wording>> = {
  decided: (facts) =>
    `${byEn(facts)} decided it.${facts.dispatchNumber ? ` Dispatch number: ${facts.dispatchNumber}.` : ''}`,
  returned: (facts) => `${byEn(facts)} returned it. Read the reason, correct it and submit it again.`,
  rejected: (facts) => `${byEn(facts)} rejected it. The reason stands in the history of the approval.`,
  seat_opened: ({ seatKind }) => (SEATS[seatKind ?? ''] ?? ANY_SEAT).en,
  circulated: (facts) => `${byEn(facts)} circulated this to you. Read it and mark it as read.`,
  circulation_completed: () => 'Everybody who must has read it: the circulation is complete.',
  draft_asked: (facts) => `${byEn(facts)} asks that it be drafted. Find a drafter.`,
  receipt_routed: (facts) => `${byEn(facts)} sent this to your section. Receive and handle it.`,
  abandoned: (facts) => `${byEn(facts)} abandoned it. Those who had concurred or approved are told.`,
  withdrawn: (facts) => `${byEn(facts)} withdrew it.`,
  revised: (facts) => `${byEn(facts)} edited it on the way. Look at what changed.`,
  resubmitted: (facts) =>
    `${byEn(facts)} corrected and submitted it again. Your approval stands; look at what changed.`,
  to_post_review: () => 'Somebody acted in your stead. Read it afterwards.',
  decision_dropped: () => 'Things changed before your decision took effect, so it did not. Open it and look again.',
  post_review_opinion: (facts) => `${byEn(facts)} left an opinion after reading. The decision stands.`,
  handed_over: (facts) => `${byEn(facts)} handed this task to you. Read it and act.`,
  succeeded: (facts) => `This task was handed over to ${byEn(facts)}.`,
  removed: (facts) => `${byEn(facts)} took your seat out of the route. Nothing is asked of you any more.`,
  due: ({ day }) => `It is due today (${day ?? ''}). Read it and act.`,
  overdue: ({ day }) => `It was due on ${day ?? ''}. Act now, or hold it with a reason.`,
  escalated: (facts) =>
    `It has stood still at ${facts.holder ? `${facts.holder.name} (${facts.holder.title})` : 'its holder'} since it was due on ${facts.day ?? ''}. Please look into it.`,
  held: () => 'The day until which you held it has come. Take it up again.',
  search_matched: ({ search }) =>
    `Newly found by your saved search “${search?.name ?? ''}”${search && search.more > 0 ? `, and ${search.more} more` : ''}.`,
  route_gaps: ({ gaps }) =>
    `The check of the routes found ${gaps?.count ?? ''} steps without a person, the first on ${gaps?.first ?? ''}. See the coverage of the delegation table, and have somebody appointed.`,
  records_findings: ({ findings }) =>
    `The nightly sweep of records found ${findings?.count ?? ''} new things to mend, the first in “${findings?.first ?? ''}”. See the findings of the records office.`,
  objects_damaged: ({ objects }) =>
    `${objects?.count ?? ''} stored originals differ from what was registered (the first: ${short(objects?.first)}). See the screen of the store, and restore them from the copy.`,
  locks_drifted: ({ objects }) =>
    `The locks of ${objects?.count ?? ''} stored originals had gone or were weakened (the first: ${short(objects?.first)}). They were set again; look at who may change the store.`,
  readings_digested: ({ digest }) =>
    `What administrators, auditors and records officers read by privilege in the week from ${digest?.from ?? ''}: ${digest?.lines ?? ''} lines. Look at them under “Log of readings” and acknowledge.`,
  emergency_asked: ({ emergency }) =>
    `${emergency?.asker ?? ''} asks to read in an emergency. Look at reason and extent under “Emergency reading”, and confirm if it must be.`,
  emergency_opened: ({ emergency }) =>
    `${emergency?.asker ?? ''} reads in an emergency until ${clockOf(emergency?.until)}. Look at reason and extent under “Emergency reading”.`,
  sending_refused: (facts) => `The file that waited for the virus scanner was refused. ${refusedFor(facts, 'en')}`,
  loan_overdue: ({ day }) => `The file that you borrowed was due on ${day ?? ''}. Give it back, or ask for it again.`,
  needs_attention: () =>
    'Nobody holds the post whose turn it is, so the matter stands still. Arrange for a holder or another route.',
};

/** What was wrong with a file, and what to do next. */
function refusedFor({ refusal }: NoticeFacts, language: Language): string {
  return refusal ? refusalWords(refusal, language).detail : '';
}

/** `4月1日` */
function dayJa(day: string | undefined): string {
  const [, month = '', date = ''] = (day ?? '').split('-');
  return `${Number(month)}月${Number(date)}日`;
}

const TOWN_TIME = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Tokyo',
});

/** `2026-04-01 13:05` in the town. */
function clockOf(instant: string | undefined): string {
  return instant === undefined ? '' : TOWN_TIME.format(new Date(instant));
}

/** `4月1日13:05` in the town. */
function clockJa(instant: string | undefined): string {
  const [day, time = ''] = clockOf(instant).split(' ');
  return dayJa(day) + time;
}

/** RULE-102: 要対応. Its title stays closed, because whoever must arrange a holder need not have the right to read it. */
const UNTITLED = { ja: '要対応: 空席の職に案件があります', en: 'Needs attention: a matter waits at a vacant post' };

/** A matter whose title the reader need not have the right to see. */
const CLOSED = { ja: '処理が遅れている案件があります', en: 'A matter is delayed' };

const FINDINGS = {
  ja: '簿冊の点検で、手当てが要るものが見つかりました',
  en: 'The sweep of records found something to mend',
};

const STORE = { ja: '保管庫の点検で異状が見つかりました', en: 'The check of the file store found a fault' };

const READINGS = {
  ja: '特権閲覧の週次報告を確認してください',
  en: 'Please look at the weekly digest of privileged readings',
};

const EMERGENCY_ASKED = { ja: '緊急閲覧の確認を求められています', en: 'Emergency reading waits for confirmation' };
const EMERGENCY_OPENED = { ja: '【警報】緊急閲覧が始まりました', en: 'Alarm: emergency reading has begun' };

/** The beginning of a hash, which is enough to find it by. */
const short = (sha256: string | undefined): string => (sha256 ?? '').slice(0, 12);

/** Titles of news that is about no matter of the reader's own. */
const OWN_TITLES: Partial<Readonly<Record<NoticeKind, typeof FINDINGS>>> = {
  escalated: CLOSED,
  records_findings: FINDINGS,
  objects_damaged: STORE,
  locks_drifted: STORE,
  readings_digested: READINGS,
  emergency_asked: EMERGENCY_ASKED,
  emergency_opened: EMERGENCY_OPENED,
};

/** What the reader sees, in the reader's language. */
export function noticeText(kind: NoticeKind, facts: NoticeFacts, language: Language): NoticeText {
  const words = language === 'ja' ? JA : EN;
  return { title: facts.title ?? (OWN_TITLES[kind] ?? UNTITLED)[language], text: words[kind](facts) };
}
