import { Test } from '@nestjs/testing';
import { RenderingModule, type SimpleDocument, SimpleDocumentPdf } from '../src';
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
