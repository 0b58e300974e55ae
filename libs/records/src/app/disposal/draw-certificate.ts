import { Injectable } from '@nestjs/common';
import { formatFiscalYear, formatWareki, localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type DrawnPdf, type Passage, SimpleDocumentPdf } from '@fubako/rendering';
import { refuse } from '../../disposal-errors';
import type { BatchRow } from '../../data/disposal/batch-rows';
import { type EntryDocument, type EntryRow, EntryRows } from '../../data/disposal/entry-rows';
import { isOnPaper } from '../../core/disposal/methods';
import { BatchDesk } from './batch-desk';

/** 廃棄証明書 as PDF: what was destroyed on which decision, with the hash of everything; the same bytes each time. */
@Injectable()
export class DrawCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: BatchDesk,
    private readonly rows: EntryRows,
    private readonly settings: MunicipalitySettings,
    private readonly pdf: SimpleDocumentPdf,
  ) {}

  /** @throws DomainError records.no-such-batch, records.no-certificate */
  async run(batchId: string, actor: Actor): Promise<DrawnPdf> {
    const paper = await this.uow.read(async () => {
      const { batch } = await this.desk.look(batchId, actor);
      const certificate = await this.rows.certificate(batchId);
      if (!certificate) throw refuse('records.no-certificate', { batchId });
      const entries = await this.rows.ofBatch(batchId, 'destroyed');
      const documents = await this.rows.documentsOf(entries.map(({ id }) => id));
      return { batch, certificate, entries, documents, town: (await this.settings.municipality()).name };
    });
    const { batch, certificate, entries, documents, town } = paper;
    return this.pdf.draw({
      title: '廃棄証明書',
      author: town,
      createdAt: certificate.issuedAt,
      letterhead: { date: formatWareki(localDateAt(certificate.issuedAt)), sender: [town] },
      passages: [
        ...summary(batch, entries),
        ...proof(certificate.digest),
        fileTable(entries),
        ...hashTable(entries, documents),
      ],
    });
  }
}

function summary(batch: BatchRow, entries: readonly EntryRow[]): Passage[] {
  const [first] = entries;
  const count = entries.reduce((sum, { documentCount }) => sum + documentCount, 0);
  const fields: readonly (readonly [string, string])[] = [
    ['対象', `${batch.sectionName} ${formatFiscalYear(batch.fiscalYear)}の満了一覧`],
    ['数量', `${entries.length}冊 ${count.toLocaleString('ja-JP')}件`],
    [
      '決裁',
      first ? `${first.decisionNumber ?? ''} ${formatWareki(localDateAt(first.decidedAt))} ${first.decidedByName}` : '',
    ],
    ['実行', first ? `${formatWareki(localDateAt(first.executedAt))} ${first.executedName}` : ''],
    ['方法', methodsOf(entries)],
  ];
  return [
    { kind: 'paragraph', text: '次の簿冊を、保存期間の満了により、決裁を経て廃棄したことを証明する。' },
    ...fields.map(([label, value]): Passage => ({ kind: 'field', label, value })),
  ];
}

/** Of what was electronic, and of what was paper. */
function methodsOf(entries: readonly EntryRow[]): string {
  const erased = '内容、添付ファイル、表示用PDF、抽出した文字、検索用の索引を消去し、原本をストアから削除';
  const isElectronic = entries.some((entry) => entry.isElectronic);
  return [...(isElectronic ? [erased] : []), ...(entries.some(isOnPaper) ? ['紙は現物を廃棄'] : [])].join('。');
}

function fileTable(entries: readonly EntryRow[]): Passage {
  return {
    kind: 'table',
    columns: [
      { heading: '項', share: 1.6, align: 'right' },
      { heading: '簿冊', share: 7 },
      { heading: '年度', share: 3.8 },
      { heading: '冊', share: 1.8, align: 'right' },
      { heading: '件数', share: 2, align: 'right' },
      { heading: '保存', share: 3 },
      { heading: '満了日', share: 5 },
    ],
    rows: entries.map((entry, index) => [
      String(index + 1),
      entry.title,
      formatFiscalYear(entry.fiscalYear as never),
      String(entry.volume),
      String(entry.documentCount),
      entry.retentionLabel,
      formatWareki(entry.expiresOn),
    ]),
  };
}

/** Each document and paper under the 項 of its file. */
function hashTable(entries: readonly EntryRow[], documents: ReadonlyMap<string, readonly EntryDocument[]>): Passage[] {
  const rows = entries.flatMap(({ id, papers }, index) =>
    [
      ...(documents.get(id) ?? []).flatMap(({ number, title, contentDigest, files }) => [
        [number ?? '', title, contentDigest ?? '(内容のハッシュなし)'],
        ...files.map(({ sha256, bytes }) => ['', `添付 ${bytes.toLocaleString('ja-JP')}バイト`, sha256]),
      ]),
      ...papers.flatMap(({ number, title, pages, scans = [] }) => [
        [number ?? '', title, `紙 ${pages.toLocaleString('ja-JP')}ページ`],
        ...scans.map((sha256) => ['', '代替の画像', sha256]),
      ]),
    ].map((row) => [String(index + 1), ...row]),
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: '廃棄した文書とハッシュ値(SHA-256)' },
    {
      kind: 'table',
      columns: [
        { heading: '項', share: 1.6, align: 'right' },
        { heading: '番号', share: 3.8 },
        { heading: '件名', share: 6.2 },
        { heading: 'SHA-256', share: 10.4 },
      ],
      rows,
    },
  ];
}

function proof(digest: Buffer): Passage[] {
  return [
    { kind: 'field', label: 'SHA-256', value: digest.toString('hex') },
    { kind: 'paragraph', text: 'このSHA-256は次の簿冊と文書の一覧の値で、証跡にも同じ値が記録されています。' },
  ];
}
