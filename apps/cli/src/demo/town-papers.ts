import { Readable } from 'node:stream';
import type { SimpleDocument } from '@fubako/rendering';
import { SimpleDocumentPdf } from '@fubako/rendering';
import { ReceiveUpload } from '@fubako/scans';
import type { DemoDraft } from './drafts';
import type { Letter } from './letters';

interface Paper {
  readonly fileName: string;
  readonly document: SimpleDocument;
}

/** Papers that a draft comes with: specifications and quotations with Japanese text, drawn once and used by many drafts. */
export class TownPapers {
  private readonly drawn = new Map<string, Uint8Array>();

  constructor(
    private readonly pdf: SimpleDocumentPdf,
    private readonly uploads: ReceiveUpload,
  ) {}

  /** Sends the paper in as `staffNo` would. @returns id of the upload */
  send(draft: DemoDraft, staffNo: string, index: number): Promise<string> {
    return this.sendPaper(paperFor(draft, index), staffNo);
  }

  /** Sends what arrived in, as scanned by `staffNo`. @returns id of the upload */
  sendLetter(letter: Letter, staffNo: string): Promise<string> {
    return this.sendPaper(letterPaper(letter), staffNo);
  }

  private async sendPaper({ fileName, document }: Paper, staffNo: string): Promise<string> {
    const bytes = this.drawn.get(document.title) ?? (await this.pdf.draw(document)).bytes;
    this.drawn.set(document.title, bytes);
    const body = Readable.from([Buffer.from(bytes)]);
    const upload = await this.uploads.run({
      staffNo,
      nameHeader: encodeURIComponent(fileName),
      announcedBytes: bytes.length,
      body,
    });
    return upload.id;
  }
}

/** Words that stand only inside the papers, so that a search for them proves that it reads attachments. */
const INNER_WORDS: Record<string, readonly string[]> = {
  contract: ['瑕疵担保', '再委託の禁止', '出来形検査'],
  subsidy: ['収支予算書', '財産処分の制限', '実績報告'],
  permit: ['位置図', '現況写真', '保安設備'],
};

function paperFor({ matterType, fields }: DemoDraft, index: number): Paper {
  const kind = index === 0 ? '仕様書' : '見積書';
  const work = String(fields.subject)
    .replace(/(契約)?の(締結|支出|交付決定|導入|指定|許可)について.*$/, '')
    .replace(/について$/, '');
  const title = `${work} ${kind}`;
  return {
    fileName: `${kind}.pdf`,
    document: {
      title,
      author: '浜見町',
      createdAt: new Date('2026-04-01T00:00:00Z'),
      passages: kind === '仕様書' ? specification(work, matterType) : quotation(work, Number(fields.amount ?? 0)),
    },
  };
}

function specification(work: string, matterType: string): SimpleDocument['passages'] {
  const words = INNER_WORDS[matterType] ?? ['別紙明細'];
  return [
    { kind: 'heading', text: '第1条 目的' },
    `この仕様書は、浜見町(以下「町」という。)が行う${work}について、必要な事項を定めるものとする。`,
    { kind: 'heading', text: '第2条 範囲' },
    '受注者は、関係法令を遵守し、町の担当者と協議のうえ、誠実に履行しなければならない。作業の日程は事前に町の承認を受けるものとする。',
    { kind: 'heading', text: `第3条 ${words[0] ?? ''}` },
    `${words.join('、')}については、町の規則の定めるところによる。疑義が生じたときは、その都度協議して定める。`,
    { kind: 'heading', text: '第4条 個人情報の保護' },
    '受注者は、業務上知り得た個人情報を他に漏らしてはならない。契約が終了した後も同様とする。',
  ];
}

function quotation(work: string, amount: number): SimpleDocument['passages'] {
  const yen = (value: number) => `${Math.round(value).toLocaleString('ja-JP')}円`;
  const rows = [
    ['人件費', '一式', yen(amount * 0.6)],
    ['材料・機器費', '一式', yen(amount * 0.25)],
    ['諸経費', '一式', yen(amount * 0.0591)],
    ['消費税及び地方消費税', '', yen(amount * 0.0909)],
  ];
  return [
    `件名 ${work}`,
    {
      kind: 'table',
      columns: [
        { heading: '項目', share: 4 },
        { heading: '数量', share: 2 },
        { heading: '金額', share: 3, align: 'right' },
      ],
      rows,
    },
    { kind: 'paragraph', text: `合計 ${yen(amount)}(税込)`, align: 'right' },
    '見積有効期限 発行の日から60日',
  ];
}

function letterPaper({ subject, sender, senderNumber }: Letter): Paper {
  return {
    fileName: '受信文書.pdf',
    document: {
      title: subject,
      author: sender,
      createdAt: new Date('2026-04-01T00:00:00Z'),
      passages: [
        ...(senderNumber === null ? [] : [{ kind: 'paragraph' as const, text: senderNumber, align: 'right' as const }]),
        '浜見町長 様',
        { kind: 'paragraph', text: sender, align: 'right' },
        { kind: 'heading', text: subject },
        'このことについて、別紙のとおり送付しますので、よろしくお取り計らいくださるようお願いします。',
      ],
    },
  };
}
