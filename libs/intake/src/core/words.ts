/** How the handling of a receipt ends (RULE-02): 供覧完結, 起案に引継, 不要, 他課転送, 返戻. */
export const ENDINGS = ['read', 'drafted', 'not_needed', 'rerouted', 'sent_back'] as const;
export type Ending = (typeof ENDINGS)[number];
/** Re-routing ends it in one section only: the receipt goes on living in another. */
export type FinalEnding = Exclude<Ending, 'rerouted'>;

/** 郵送, 窓口, 電子メール, FAX, 宅配・持参, 総合行政ネットワーク, オンライン申請, 庁内交換 */
export const CHANNELS = ['post', 'counter', 'email', 'fax', 'courier', 'lgwan', 'online', 'internal'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What is done with a receipt (収受文書). */
export const RECEIPT_ACTS = [
  'receive',
  'accept',
  'correct',
  'attach',
  'circulate',
  'broadcast',
  'draft',
  'finish_reading',
  'reroute',
  'not_needed',
  'send_back',
  'undo',
] as const;
export type ReceiptAct = (typeof RECEIPT_ACTS)[number];

/** 供覧: named people must look. 回覧: everyone may look. */
export const MODES = ['reading', 'broadcast'] as const;
export type CirculationMode = (typeof MODES)[number];
