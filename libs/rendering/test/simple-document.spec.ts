import { Test } from '@nestjs/testing';
import { RenderingModule, type SimpleDocument, SimpleDocumentPdf } from '../src';
import { decidedSheet } from './samples';
import { printing } from './support/printing';
import { readPdf, runTool } from './support/readers';

const quotation: SimpleDocument = {
  title: '見積書',
  author: '渡邉建設株式会社',
  createdAt: new Date('2026-11-10T01:00:00Z'),
  letterhead: {
    number: '第26-118号',
    date: '令和8年11月10日',
    addressee: 'みどり市長　様',
    sender: ['みどり市桜町1-2-3', '渡邉建設株式会社', '代表取締役　渡邉 由紀'],
  },
  passages: [
    '下記のとおり御見積り申し上げます。',
    {
      kind: 'table',
      columns: [
        { heading: '品名', share: 4 },
        { heading: '金額（円）', share: 1, align: 'right' },
      ],
      rows: [
        ['路面切削工', '1,234,000'],
        ['諸経費', '98,700'],
      ],
    },
    { kind: 'page-break' },
    { kind: 'heading', text: '条件' },
    { kind: 'field', label: '有効期限', value: '令和8年12月31日' },
    '　上記のほか、\n疑義が生じたときは協議する。',
  ],
};

describe('plain document as a PDF', () => {
  let documents: SimpleDocumentPdf;
  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [RenderingModule] }).compile();
    documents = module.get(SimpleDocumentPdf);
  });

  it('REND-60 prints letterhead, table and page break, and gives its words to a search', async () => {
    const { bytes, pageCount, missing } = await documents.draw(quotation);
    expect({ pageCount, missing }).toEqual({ pageCount: 2, missing: [] });
    const pages = (await readPdf(bytes, 1)).map((page) => page.text.replace(/\s/gu, ''));
    for (const words of [
      '第26-118号',
      'みどり市長様',
      '見積書',
      '御見積り申し上げます。',
      '路面切削工1,234,000',
      '1/2',
    ])
      expect(pages[0]).toContain(words);
    for (const words of ['条件', '有効期限令和8年12月31日', '疑義が生じたときは協議する。', '2/2'])
      expect(pages[1]).toContain(words);
    expect(runTool('qpdf', bytes, (file) => ['--check', file])).toContain('No syntax or stream encoding errors found');
  });

  it('REND-60 an empty document is still one page', async () => {
    const { bytes, pageCount } = await documents.draw({ ...quotation, letterhead: undefined, passages: [] });
    expect(pageCount).toBe(1);
    expect((await readPdf(bytes, 1))[0]!.text).toContain('見積書');
  });
});

describe('a sheet bound with its attachments', () => {
  it('REND-80 is followed by a list and by each attachment behind its separator; what has no PDF is on the list', async () => {
    const { bound, documents: plain } = printing();
    const paper = async (title: string) =>
      (await plain.draw({ ...quotation, title, passages: ['一枚目', { kind: 'page-break' }, '二枚目'] })).bytes;
    const { bytes, pageCount } = await bound.draw(decidedSheet, [
      { name: '見積書.pdf', pages: 2, content: await paper('見積書') },
      { name: '録音.mp3', pages: null, content: 'PDFにできない形式' },
      { name: '壊れた.pdf', pages: 1, content: Buffer.from('%PDF-1.7 broken') },
      { name: '図面.pdf', pages: 2, content: await paper('図面') },
    ]);
    const texts = (await readPdf(bytes, 1)).map(({ text }) => text.replace(/\s/gu, ''));
    expect(texts).toHaveLength(pageCount);
    const list = texts.findIndex((text) => text.includes('添付書類の一覧'));
    expect(texts[list]).toContain('含まない(PDFにできない形式)');
    expect(texts[list]).toContain('壊れた.pdf1含まない(PDFを読み取れない)');
    expect(texts.slice(list + 1).map((text) => /添付\d\/4|見積書|図面|二枚目/u.exec(text)?.[0])).toEqual([
      '添付1/4',
      '見積書',
      '見積書',
      '添付4/4',
      '図面',
      '図面',
    ]);
    expect(texts[list]).toContain(decidedSheet.footer.number);
    expect(runTool('qpdf', bytes, (file) => ['--check', file])).toContain('No syntax or stream encoding errors found');
  });
});
