import { type LocalDate, localDateAt } from '@fubako/kernel';
import type { Language } from '@fubako/platform/http';
import type { Channel } from '../core/words';
import { type ReceiptListRow, listItem } from './receipt-list-views';
import type { ReceiptState } from './receipts.view.dto';

export const LEDGER_COLUMNS: Readonly<Record<Language, readonly string[]>> = {
  ja: [
    '収受番号',
    '到達日時',
    '収受日時',
    '受理日時',
    '種別',
    '件名',
    '発信者',
    '発信番号',
    '発信日',
    '受付方法',
    '主管課',
    '回答期限',
    '処理',
    '処理日',
    '到達をさかのぼった理由',
    '備考',
  ],
  en: [
    'Receipt number',
    'Arrival',
    'Receipt',
    'Acceptance',
    'Kind',
    'Subject',
    'Sender',
    'Sender number',
    'Sender date',
    'Channel',
    'Section',
    'Reply due',
    'Handling',
    'Handled on',
    'Reason for back-dating',
    'Note',
  ],
};

const STATES: Readonly<Record<Language, Readonly<Record<ReceiptState, string>>>> = {
  ja: {
    arrived: '未収受',
    open: '未処理',
    circulating: '供覧中',
    read: '供覧完結',
    drafted: '起案に引継',
    not_needed: '不要',
    sent_back: '返戻',
  },
  en: {
    arrived: 'Not received',
    open: 'Open',
    circulating: 'Circulating',
    read: 'Read',
    drafted: 'Drafted',
    not_needed: 'Not needed',
    sent_back: 'Sent back',
  },
};

const CHANNEL_NAMES: Readonly<Record<Language, Readonly<Record<Channel, string>>>> = {
  ja: {
    post: '郵送',
    counter: '窓口',
    email: '電子メール',
    fax: 'FAX',
    courier: '宅配便',
    lgwan: 'LGWAN',
    online: 'オンライン申請',
    internal: '庁内交換',
  },
  en: {
    post: 'Post',
    counter: 'Counter',
    email: 'E-mail',
    fax: 'Fax',
    courier: 'Courier',
    lgwan: 'LGWAN',
    online: 'Online',
    internal: 'Internal',
  },
};

export function ledgerCells(
  row: ReceiptListRow & { readonly ended_at: Date | null },
  today: LocalDate,
  language: Language,
): readonly (string | null)[] {
  const item = listItem(row, today);
  return [
    item.receiptNumber,
    townMinute(row.arrival_at),
    townMinute(row.received_at),
    townMinute(row.accepted_at),
    item.kindName,
    item.subject,
    item.sender,
    item.senderNumber,
    item.senderDate,
    CHANNEL_NAMES[language][item.channel],
    item.section.name,
    item.replyDueOn,
    STATES[language][item.state],
    row.ending === null || row.ended_at === null ? null : localDateAt(row.ended_at),
    row.back_dating_reason,
    row.note,
  ];
}

/** `2026-05-11 09:00` by the clock of the town hall. */
function townMinute(at: Date | null): string | null {
  if (at === null) return null;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });
  return `${localDateAt(at)} ${time.format(at)}`;
}
