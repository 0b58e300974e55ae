/** A file as somebody has to know it who takes it off the register. */
export interface RemovalFacts {
  readonly state: string;
  readonly medium: string;
  readonly documents: number;
  readonly papers: number;
}

export type WhyNotRemoved = 'open' | 'not-empty' | 'on-paper';

/** EMPTY-1 Why a file stays on the register; null: it was closed without anything in it. */
export function whyNotRemoved({ state, medium, documents, papers }: RemovalFacts): WhyNotRemoved | null {
  if (state !== 'closed') return 'open';
  if (documents + papers > 0) return 'not-empty';
  // 簿冊 of paper may hold what nobody registered one by one, and has dates of its own (PAP-1).
  return medium === 'electronic' ? null : 'on-paper';
}

export const REMOVAL_WORDS: Readonly<Record<WhyNotRemoved, readonly [ja: string, en: string]>> = {
  open: ['まだ閉じていません。', 'It is not closed.'],
  'not-empty': ['文書または紙の記録が入っています。', 'It holds documents or papers.'],
  'on-paper': ['紙の簿冊です。廃棄の手続で廃棄してください。', 'It is a file of paper: it goes by disposal.'],
};
