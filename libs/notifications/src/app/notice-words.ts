import type { Language } from '@fubako/platform/http';
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
  needs_attention: () =>
    'Nobody holds the post whose turn it is, so the matter stands still. Arrange for a holder or another route.',
};

/** RULE-102: 要対応. Its title stays closed, because whoever must arrange a holder need not have the right to read it. */
const UNTITLED = { ja: '要対応: 空席の職に案件があります', en: 'Needs attention: a matter waits at a vacant post' };

/** What the reader sees, in the reader's language. */
export function noticeText(kind: NoticeKind, facts: NoticeFacts, language: Language): NoticeText {
  const words = language === 'ja' ? JA : EN;
  return { title: facts.title ?? UNTITLED[language], text: words[kind](facts) };
}
