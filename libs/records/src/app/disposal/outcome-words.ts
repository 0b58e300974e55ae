import { formatEnglishDay, formatWareki, localDate } from '@fubako/kernel';
import type { Language } from '@fubako/platform/http';
import type { ItemOutcome } from '../../data/disposal/item-rows';

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  'held-meanwhile': [
    '選んだ後に廃棄保留があったため、改めて決裁が要ります',
    'held after it was chosen; needs a fresh decision',
  ],
  'has-left': ['すでに廃棄または移管されています', 'it has left already'],
  lent: ['貸出中です。返却されてから廃棄・移管できます', 'it is lent; take it back first'],
  empty: ['文書がありません', 'there is nothing in it'],
  'no-end': ['満了日のない区分です', 'its period has no end'],
  'unknown-expiry': ['満了日の分からない文書があります', 'it has a document without an expiry'],
  'not-expired': ['保存期間の残る文書があります', 'it has a document that has not expired'],
  'not-closed': ['完結していない文書があります', 'it has a document that was not closed'],
  'mixed-retention': ['保存期間の違う文書が混ざっています', 'its documents have different retention periods'],
  'mixed-years': ['年度の違う文書が混ざっています', 'its documents are of different years'],
  'expiry-changed': ['満了日が変わりました', 'its expiry has changed'],
  'contents-changed': ['決裁の後に中身が変わりました', 'its contents have changed since the decision'],
  'decision-refused': ['決裁で認められませんでした', 'refused by the decision'],
  'archives-refused': ['公文書館が受け取りませんでした', 'the archives did not take it'],
};

/** Why a file was left out, in the reader's language. */
export function outcomeWords({ code, until, caseNo }: ItemOutcome, language: Language): string {
  const ja = language === 'ja';
  if (code !== 'held') return WORDS[code]?.[ja ? 0 : 1] ?? code;
  const named = caseNo ? (ja ? `(${caseNo})` : ` (${caseNo})`) : '';
  if (!until) return ja ? `解除されるまで廃棄保留${named}` : `hold until it is released${named}`;
  const day = localDate(until);
  return ja ? `${formatWareki(day)}まで廃棄保留${named}` : `hold until ${formatEnglishDay(day)}${named}`;
}
