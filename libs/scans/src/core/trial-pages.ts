/** Sentences as they stand in an office's letters; numbers, names and katakana among them. */
const SENTENCES = [
  '高齢者見守り業務委託契約の締結について伺います',
  '下記のとおり契約を締結してよろしいか',
  '契約の相手方は株式会社浜見サービスとする',
  '履行期間は令和八年四月一日から翌年三月三十一日まで',
  '支払いは検査に合格した日から三十日以内に行う',
  '福祉課長は関係する課に合議し意見を求めるものとする',
  '橋りょうの点検結果に損傷は認められなかった',
  'なお詳しくは別添の報告書を参照してください',
  '住民からの申出により通学路の安全を確かめた',
  '防災倉庫の備蓄品を更新する経費を予算に計上する',
  '会議室の使用を許可し使用料を免除する',
  '図書館のシステムを更改するため仕様を定める',
  '道路占用の許可を更新し台帳に登載する',
  '介護保険の認定調査を委託する事業者を選定する',
  '保存期間が満了した簿冊の廃棄について協議する',
  '情報公開請求に対し文書の一部を開示する',
] as const;
const LINES = 20;

/** The lines of so many different pages, the same every time. */
export function trialPages(count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, page) =>
    Array.from({ length: LINES }, (__, line) => SENTENCES[(page * 7 + line * 5) % SENTENCES.length] ?? ''),
  );
}

/** The share of the printed words of two letters and more that stand in what was read, 0 to 1. */
export function wordsFound(printed: readonly string[], read: string): number {
  const text = read.replaceAll(/\s/gu, '');
  const words = printed.flatMap(wordsOf);
  return words.length === 0 ? 1 : words.filter((word) => text.includes(word)).length / words.length;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const wordsOf = (line: string): string[] =>
  [...segmenter.segment(line)].map(({ segment }) => segment).filter((word) => word.length > 1);
