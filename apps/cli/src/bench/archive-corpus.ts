import { type LocalDate, addDays, eraYearOf, localDate, partsOf } from '@fubako/kernel';
import type { SearchableDocument } from '@fubako/search';

/** A generator of numbers that gives the same corpus every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HEADS =
  '道路 河川 水道 下水道 公園 学校 保育 介護 高齢者 障害者 国民健康保険 固定資産税 住民税 農業 林業 漁業 商工 観光 防災 消防 選挙 統計 広報 情報 契約 財産 職員 議会 監査 戸籍 住民基本台帳 都市計画 建築 住宅 環境 廃棄物 衛生 予防接種 健診 図書館 文化財 体育館 給食 通学路 児童 母子 生活保護 民生委員 自治会 国際交流 橋梁 港湾 砂防 用地 公用車 庁舎 ふるさと納税 移住 空家 墓地 火葬場'.split(
    ' ',
  );
const TAILS =
  '占用許可 修繕工事 整備事業 補助金交付 委託契約 変更契約 使用料減免 実施計画 推進協議会 調査業務 点検業務 管理規程 要綱改正 予算執行 決算報告 補正予算 指定管理者 入札執行 見積徴取 設計変更 完了検査 支払命令 負担行為 意見照会 回答依頼 会議開催 研修派遣 職員派遣 苦情対応 情報公開請求 審査請求 協定締結 寄附受納 備品購入 物品修繕 賃貸借 行政財産使用 説明会開催 現地調査 測量設計 用地取得 損失補償 台帳整備 届出受理 証明交付 申請却下 許可更新 立入検査 改善指導 表彰推薦 委員委嘱 条例制定 規則改正'.split(
    ' ',
  );
const PLACES =
  '本町 緑ヶ丘 浜田 上野原 下川 大沢 富士見 若松 桜木 中島 西浦 東谷 新田 古城 石橋 高砂 栄町 泉 白鳥 松風'.split(' ');
const FAMILIES =
  '渡辺 渡邉 渡邊 高橋 髙橋 斎藤 齋藤 齊藤 佐藤 鈴木 田中 伊藤 山﨑 山崎 吉田 𠮷田 浜口 濵口 沢田 澤田 国枝 國枝 小島 小嶋 中村 小林'.split(
    ' ',
  );
const GIVEN = '太郎 花子 一郎 美咲 健 直樹 由紀 大輔 恵 誠 明美 翔 隆 久美子 実 和也'.split(' ');
const SENTENCES = [
  'このことについて、{w}に係る{w}を下記のとおり実施してよろしいか伺います。',
  '{p}地区における{w}については、{d}付けで地元自治会から要望があったところです。',
  '本件は、{w}の一環として{w}を行うものであり、財源は一般会計の{w}を充てます。',
  '相手方は{n}氏（{p}）とし、期間は{d}から{d}までとします。',
  '現地を確認した結果、{w}に支障があると認められるため、速やかに対応する必要があります。',
  'なお、{w}の取扱いは、{w}に準じて処理することとし、経費は{y}円を見込みます。',
  '別紙{k}のとおり{w}の内訳を添付します。',
  '先に通知した{w}（第{s}号）を、次のとおり改めます。',
  '関係課（{w}担当）と協議済みであり、異論はありません。',
  '提出された書類を審査したところ、{w}の要件を満たしていると認められます。',
  '実施に当たっては、{p}の住民への周知と{w}の安全確保を図ります。',
  '下記事項に御留意の上、{d}までに{k}により御回答くださるようお願いします。',
];
const KATAKANA = 'ｶﾞｲﾄﾞﾗｲﾝ システム ﾎｰﾑﾍﾟｰｼﾞ データ ﾒｰﾙ ファイル ﾎﾞﾗﾝﾃｨｱ センター'.split(' ');

export const SECTIONS = 135;
export const FIRST_YEAR = 2008;
const LAST_YEAR = 2026;
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/**
 * Municipal-looking documents, the same for one seed: fiscal years weighted to recent ones, skewed sections, bodies log-normal
 * around 735 characters, old kanji in names, half of the numbers in full width, dates by era (performance A).
 */
export class ArchiveCorpus {
  private readonly random: () => number;
  private readonly serials = new Map<string, number>();
  private readonly days: readonly LocalDate[];

  constructor(
    private readonly size: number,
    seed = 20_261_128,
  ) {
    this.random = seeded(seed);
    this.days = this.daysInOrder();
  }

  /** Call with rising indexes: documents appear in the order of their days. */
  document(index: number): SearchableDocument {
    const sortOn = this.days[index] ?? localDate('2026-11-28');
    const section = Math.floor(this.random() ** 2.2 * SECTIONS);
    const number = this.numberOf(section, sortOn);
    const title = `${this.pick(PLACES)}${this.word()}の${this.word()}について`;
    const drafterName = `${this.pick(FAMILIES)} ${this.pick(GIVEN)}`;
    const decided = this.random() < 0.93;
    const body = this.body(sortOn);
    const page = this.random() < 0.2 ? this.body(sortOn) : null;
    return {
      documentId: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      sortOn,
      medium: 'electronic',
      state: decided ? this.pick(['decided', 'executed', 'closed', 'closed']) : this.pick(['circulating', 'drafting']),
      matterType: this.pick(['permit', 'contract', 'reply', 'internal', 'notice']),
      matterTypeName: '一般',
      drafterStaffNo: `s${String(section * 12 + Math.floor(this.random() * 12)).padStart(5, '0')}`,
      drafterName,
      deciderNames: decided ? [`${this.pick(FAMILIES)} ${this.pick(GIVEN)}`] : [],
      decided,
      ownerUnit: `u${section}`,
      sectionName: `第${section}課`,
      confidentiality: this.confidentiality(),
      amount: this.random() < 0.4 ? Math.floor(10 ** (4 + this.random() * 4)) : null,
      attachmentCount: page === null ? 0 : 1,
      title,
      number,
      numbers: [number],
      texts: [
        { source: 'body', text: body },
        ...(page === null
          ? []
          : [
              {
                source: 'attachment' as const,
                text: page,
                attachmentId: '01900000-0000-7000-9000-000000000001',
                page: 1,
              },
            ]),
      ],
    };
  }

  private confidentiality(): string {
    const chance = this.random();
    return chance < 0.9 ? 'none' : chance < 0.98 ? 'personnel' : 'secret';
  }

  private body(day: LocalDate): string {
    const normal = Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random());
    const length = Math.min(3000, Math.max(200, Math.round(735 * Math.exp(0.55 * normal))));
    let text = '';
    while (text.length < length) text += this.sentence(day) + (this.random() < 0.15 ? '\n' : '');
    return text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '');
  }

  private sentence(day: LocalDate): string {
    return this.pick(SENTENCES).replace(/\{(.)\}/g, (_, kind: string) => this.filling(kind, day));
  }

  private filling(kind: string, day: LocalDate): string {
    switch (kind) {
      case 'w':
        return this.word();
      case 'p':
        return this.pick(PLACES);
      case 'n':
        return `${this.pick(FAMILIES)}${this.pick(GIVEN)}`;
      case 'd':
        return this.dayWords(addDays(day, Math.floor(this.random() * 90)));
      case 'k':
        return this.pick(KATAKANA);
      case 'y':
        return Math.floor(10 ** (4 + this.random() * 4)).toLocaleString('en');
      default:
        return this.spelled(String(1 + Math.floor(this.random() * 2000)));
    }
  }

  private dayWords(day: LocalDate): string {
    const { name, letter, year } = eraYearOf(day);
    const { month, day: date } = partsOf(day);
    const words = this.random() < 0.8 ? `${name}${year}年${month}月${date}日` : `${letter}${year}.${month}.${date}`;
    return this.spelled(words);
  }

  /** Few words are everywhere, most are rare. */
  private word(): string {
    const head = HEADS[Math.floor(this.random() ** 2.5 * HEADS.length)] ?? '';
    const tail = TAILS[Math.floor(this.random() ** 2 * TAILS.length)] ?? '';
    return this.random() < 0.25 ? tail : head + tail;
  }

  private numberOf(section: number, day: LocalDate): string {
    const { year, month } = partsOf(day);
    const fiscal = month >= 4 ? year : year - 1;
    const serial = (this.serials.get(`${section}/${fiscal}`) ?? 0) + 1;
    this.serials.set(`${section}/${fiscal}`, serial);
    return this.spelled(`${fiscal - 2000}${HEADS[section % HEADS.length]?.[0]}${section}第${serial}号`);
  }

  private spelled(text: string): string {
    return this.random() < 0.5 ? wide(text) : text;
  }

  private pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)] as T;
  }

  private daysInOrder(): LocalDate[] {
    const first = localDate(`${FIRST_YEAR}-04-01`);
    const span = (LAST_YEAR - FIRST_YEAR) * 365 + 240;
    const days = Array.from({ length: this.size }, () => Math.floor(this.random() ** 0.6 * span)).sort((a, b) => a - b);
    return days.map((offset) => addDays(first, offset));
  }
}
