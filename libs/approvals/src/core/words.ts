import type { ActKind } from './act-table';
import type { BulkExclusion } from './bulk-policy';
import type { Outcome } from './case-state';
import type { StepKind } from './route-plan';

type Language = 'ja' | 'en';
type Words = { readonly ja: string; readonly en: string };

const OUTCOME_WORDS: Record<Outcome, Words> = {
  approved: { ja: '承認', en: 'Approved' },
  approved_with_opinion: { ja: '意見を付して承認', en: 'Approved with opinion' },
  consented: { ja: '同意', en: 'Consented' },
  consented_with_opinion: { ja: '条件付同意', en: 'Consented with opinion' },
  not_concerned: { ja: '無関係', en: 'Not concerned' },
  reviewed: { ja: '審査済', en: 'Reviewed' },
  reviewed_with_opinion: { ja: '審査(指摘あり)', en: 'Reviewed with remarks' },
  confirmed: { ja: '確認', en: 'Confirmed' },
  read: { ja: '閲覧', en: 'Read' },
  objected: { ja: '不同意', en: 'Did not consent' },
  decided: { ja: '決裁', en: 'Decided' },
  returned: { ja: '差戻し', en: 'Returned' },
  rejected: { ja: '否決', en: 'Rejected' },
};

/** What the history tells beside the acts. */
type ToldKind = ActKind | 'submit' | 'resubmit' | 'add_file';

const KIND_WORDS: Record<ToldKind, Words> = {
  submit: { ja: '起案', en: 'Submitted' },
  resubmit: { ja: '再提出', en: 'Resubmitted' },
  approve: { ja: '承認', en: 'Approved' },
  return: { ja: '差戻し', en: 'Returned' },
  reject: { ja: '否決', en: 'Rejected' },
  pull_back: { ja: '引戻し', en: 'Pulled back' },
  withdraw: { ja: '取下げ', en: 'Withdrawn' },
  abandon: { ja: '廃案', en: 'Abandoned' },
  pull_up: { ja: '引上げ', en: 'Pulled up' },
  cancel_pull_up: { ja: '引上げの取消し', en: 'Pull-up cancelled' },
  acting_decide: { ja: '代決', en: 'Acting decision' },
  acting_approve: { ja: '代理', en: 'Acting approval' },
  post_review: { ja: '後閲', en: 'Read afterwards' },
  recall: { ja: '処理の取消し', en: 'Recalled own act' },
  hold: { ja: '保留', en: 'Held' },
  release: { ja: '保留の解除', en: 'Released' },
  hand_over: { ja: '引継ぎ', en: 'Handed over' },
  add_seat: { ja: '合議・供覧の追加', en: 'Seat added' },
  remove_seat: { ja: '席の除外', en: 'Seat removed' },
  revise: { ja: '修正', en: 'Revised' },
  add_file: { ja: '決裁後に追加', en: 'File added after the decision' },
};

const BUTTONS: Record<ActKind | 'submit', Words> = {
  submit: { ja: '起案する', en: 'Submit' },
  approve: { ja: '承認する', en: 'Approve' },
  return: { ja: '差し戻す', en: 'Return' },
  reject: { ja: '否決する', en: 'Reject' },
  pull_back: { ja: '引き戻す', en: 'Pull back' },
  withdraw: { ja: '取り下げる', en: 'Withdraw' },
  abandon: { ja: '廃案にする', en: 'Abandon' },
  pull_up: { ja: '引き上げる', en: 'Pull up' },
  cancel_pull_up: { ja: '引上げを取り消す', en: 'Cancel the pull-up' },
  acting_decide: { ja: '代決する', en: 'Decide in their stead' },
  acting_approve: { ja: '代理で承認する', en: 'Approve in their stead' },
  post_review: { ja: '後閲する', en: 'Mark as read' },
  recall: { ja: '自分の処理を取り消す', en: 'Recall my act' },
  hold: { ja: '保留する', en: 'Hold' },
  release: { ja: '保留を解く', en: 'Release' },
  hand_over: { ja: '引き継ぐ', en: 'Hand over' },
  add_seat: { ja: '合議・供覧を加える', en: 'Add a section or reader' },
  remove_seat: { ja: '席を外す', en: 'Remove the seat' },
  revise: { ja: '内容を直す', en: 'Edit the content' },
};

const EXCLUSIONS: Record<BulkExclusion, Words> = {
  changed_since_listed: {
    ja: '一覧を開いた後に内容が変わりました。個別に確かめてください。',
    en: 'It changed after you opened the list. Look at it on its own.',
  },
  new_comment: { ja: '未読の意見があります。個別に確かめてください。', en: 'There are opinions you have not read.' },
  objection: {
    ja: '合議で不同意があります。個別に判断してください。',
    en: 'A section did not consent. Decide it on its own.',
  },
  acting: { ja: '代決は一括ではできません。', en: 'Acting decisions cannot be made in bulk.' },
  secret: { ja: '秘密文書は一括の対象外です。', en: 'Confidential documents are left out of bulk approval.' },
  unread_attachment: {
    ja: '開いていない添付があります。添付を見てから処理してください。',
    en: 'There are attachments you have not opened.',
  },
  over_amount: {
    ja: '一括で処理できる金額を超えています。個別に処理してください。',
    en: 'The amount is above the limit for bulk approval.',
  },
};

export function outcomeWords(outcome: Outcome, language: Language): string {
  return OUTCOME_WORDS[outcome][language];
}

export function actWords(kind: ToldKind, language: Language): string {
  return KIND_WORDS[kind][language];
}

export function exclusionWords(exclusion: BulkExclusion, language: Language): string {
  return EXCLUSIONS[exclusion][language];
}

const APPROVALS: Record<Exclude<StepKind, 'line'>, Words> = {
  decision: { ja: '決裁する', en: 'Decide' },
  concurrence: { ja: '同意する', en: 'Consent' },
  review: { ja: '審査済みにする', en: 'Mark as reviewed' },
  confirmation: { ja: '確認する', en: 'Confirm' },
  circulation: { ja: '閲覧済みにする', en: 'Mark as read' },
};

/** What stands on the button: the act by the name it has in that step. */
export function buttonWords(kind: ActKind | 'submit', step: StepKind | null, language: Language): string {
  if (kind === 'approve' && step !== null && step !== 'line') return APPROVALS[step][language];
  return BUTTONS[kind][language];
}

const STEP_WAITS: Record<StepKind, Words> = {
  line: { ja: '承認待ち', en: 'approval' },
  review: { ja: '審査待ち', en: 'review' },
  concurrence: { ja: '合議待ち', en: 'concurrence' },
  decision: { ja: '決裁待ち', en: 'decision' },
  confirmation: { ja: '確認待ち', en: 'confirmation' },
  circulation: { ja: '供覧待ち', en: 'reading' },
};

/** `部長 江藤 信一 の決裁待ち、3日目` */
export function waitingWords(
  seat: { title: string; name: string | null; kind: StepKind; day: number },
  language: Language,
): string {
  const who = seat.name ?? (language === 'ja' ? '欠員(要対応)' : 'vacant, needs attention');
  if (language === 'en') return `Waiting for ${STEP_WAITS[seat.kind].en} by ${seat.title} ${who}, day ${seat.day}`;
  return `${seat.title} ${who} の${STEP_WAITS[seat.kind].ja}、${seat.day}日目`;
}
