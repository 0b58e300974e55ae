import type { ApprovalSheet, Passage, SheetBox } from '../src';

const box = (heading: string, date: string, name: string, mark: SheetBox['mark'] = null): SheetBox => ({
  heading,
  stamp: { top: heading, date, name },
  mark,
});

/** A decided draft of the usual size: six seats, two concurrences, an acting approval, names with variant characters. */
export const decidedSheet: ApprovalSheet = {
  municipalityName: 'みどり市',
  title: '起案用紙',
  dispatchNumber: '令8総務第1212号',
  draftNumber: '令8-総務-01847',
  decisionLabel: '副市長専決',
  decisionBoxes: [
    box('係員', '8.11.16', '田中'),
    box('係長', '8.11.16', '山本'),
    box('課長', '8.11.17', '小林', 'acting'),
    { heading: '次長', stamp: null, mark: 'not-applicable' },
    box('部長', '8.11.22', '山田'),
    box('副市長', '8.11.24', '渡邉'),
    { heading: '市長', stamp: null, mark: 'not-applicable' },
  ],
  concurrenceBoxes: [box('財政課長', '8.11.18', '髙橋'), box('契約検査課長', '8.11.19', '𠮷田')],
  particulars: [
    { label: '起案', value: '令和8年11月16日' },
    { label: '分類', value: 'B-14-01　契約（工事）' },
    { label: '決裁', value: '令和8年11月24日' },
    { label: '保存期間', value: '10年（令和19年3月31日満了）' },
    { label: '施行', value: '令和8年12月1日' },
    { label: '公開区分', value: '部分公開（条例第7条第3号）' },
    { label: '起案者', value: '企画部 情報政策課　田中 誠（内線2104）' },
  ],
  subject: '災害時応援協定の締結について（渡邉建設株式会社）',
  body: [
    { kind: 'paragraph', text: 'このことについて、下記のとおり協定を締結してよろしいか伺います。' },
    { kind: 'paragraph', text: '記', align: 'center' },
    { kind: 'field', label: '1　相手方', value: '渡邉建設株式会社　代表取締役　渡邉 由紀' },
    { kind: 'field', label: '2　期間', value: '令和8年12月1日から令和9年3月31日まで' },
    {
      kind: 'field',
      label: '3　理由',
      value:
        '災害時における道路啓開作業に係る応援体制を確保するため。\n市道桜線ほか3路線を対象とし、要請から2時間以内に着手する。',
    },
    { kind: 'field', label: '4　立会人', value: '﨑山 昇、葛󠄀城 実、辻󠄀 健一' },
    { kind: 'field', label: '5　根拠', value: '地域防災計画　第3編第4章' },
  ],
  attachments: [
    { name: '協定書案.pdf', pages: 6 },
    { name: '参考見積書（渡邉建設）.xlsx', pages: null },
  ],
  remarks: [
    { label: '意見', date: '8.11.18', who: '財政課長　髙橋 直樹', text: '経費負担の条項を確認した。異議なし。' },
    {
      label: '代決',
      date: '8.11.17',
      who: '課長補佐　小林 彩',
      text: '課長 佐藤 勝 不在（出張）のため代決。後閲 11月20日。',
    },
  ],
  footer: {
    number: '令8総務第1212号',
    state: '決裁済',
    printedAt: new Date('2026-11-24T06:40:00Z'),
    printedAtText: '令和8年11月24日 15:40',
    printedBy: '山田 浩',
  },
};

const CLAUSE =
  '受注者は、本仕様書及び契約書に基づき、関係法令（道路法、建設業法及び労働安全衛生法をいう。）を遵守し、「安全第一」を旨として業務を履行しなければならない。ただし、災害その他やむを得ない事由があるときは、監督員（総務部情報政策課の職員をいう。）と協議の上、工程を変更することができる。';

/** Three pages: a long body with a table and fields, and more remarks than fit one page. */
export const longSheet: ApprovalSheet = {
  ...decidedSheet,
  subject:
    '令和8年度 市道桜線ほか舗装補修工事（第2工区）の変更契約の締結並びに関連する占用許可条件の見直し及び周辺住民説明会の開催について',
  body: [
    { kind: 'heading', text: '第1　概要' },
    ...Array.from({ length: 9 }, (_, index): Passage => ({ kind: 'paragraph', text: `　第${index + 1}条　${CLAUSE}` })),
    { kind: 'heading', text: '第2　契約金額の内訳' },
    {
      kind: 'table',
      columns: [
        { heading: '番号', share: 1, align: 'center' },
        { heading: '工種', share: 5 },
        { heading: '数量', share: 2, align: 'right' },
        { heading: '金額（円）', share: 2, align: 'right' },
      ],
      rows: Array.from({ length: 26 }, (_, index) => [
        String(index + 1),
        index % 5 === 0
          ? '舗装版切断工（アスファルト舗装版、厚さ15cm以下、Asphalt Concrete Pavement）及び殻運搬処理'
          : '表層工（密粒度アスコン13）',
        `${(index + 1) * 12} ㎡`,
        ((index + 1) * 123_400).toLocaleString('en-US'),
      ]),
    },
    { kind: 'paragraph', text: '以上', align: 'right' },
  ],
  remarks: [
    ...decidedSheet.remarks,
    {
      label: '意見',
      date: '8.11.19',
      who: '契約検査課長　𠮷田 太郎',
      text: Array.from({ length: 4 }, () => CLAUSE).join('\n'),
    },
  ],
};

/** As many seats as a large city has: nine in the line, four concurrences, long posts and names, one still waiting. */
export const crowdedSheet: ApprovalSheet = {
  ...decidedSheet,
  dispatchNumber: null,
  decisionLabel: '市長決裁',
  decisionBoxes: [
    box('主事', '8.11.2', '辻󠄀'),
    box('主任主査', '8.11.2', '五十嵐'),
    box('係長', '8.11.4', '勅使河原'),
    box('課長補佐', '8.11.5', '髙橋'),
    box('高齢者福祉・介護保険担当課長', '8.11.6', '長宗我部'),
    { heading: '次長', stamp: null, mark: 'post-review' },
    box('健康福祉部長', '8.11.10', '葛󠄀城', 'acting'),
    { heading: '副市長', stamp: null, mark: 'waiting' },
    { heading: '市長', stamp: null, mark: null },
  ],
  concurrenceBoxes: [
    box('財政課長', '8.11.6', '﨑'),
    box('契約検査課長', '8.11.6', 'グエン'),
    box('デジタル推進課長', '8.11.9', '小比類巻'),
    box('公共施設マネジメント推進担当課長', '8.11.9', 'アレクサンダー'),
  ],
};

/** Characters that no carried font has, a variation without a shape of its own, and a lone surrogate. */
export const rareSheet: ApprovalSheet = {
  ...decidedSheet,
  subject: '𰻞麺の里 推進事業補助金の交付について（𪚥田𫝆子）',
  body: [{ kind: 'paragraph', text: '申請者：𪚥田 𫝆子、渡邉󠄓 一、김 민수。' }],
  remarks: [],
};
