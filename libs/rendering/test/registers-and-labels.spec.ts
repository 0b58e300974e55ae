import { writeFileSync } from 'node:fs';
import { Test } from '@nestjs/testing';
import { correction, generate } from 'lean-qr';
import { type FileLabel, LabelPdf, RegisterPdf, RenderingModule } from '../src';
import { readPdf, runTool } from './support/readers';

const label = (given: Partial<FileLabel> = {}): FileLabel => ({
  year: '令和9年度',
  classCode: '60-01-01',
  className: '給付',
  title: '障害福祉サービス等給付費に関する書類',
  volume: '第2冊',
  section: '福祉課',
  retention: '5年　令和15年3月31日まで',
  marks: ['個人情報', '秘'],
  reference: '0198-7f3a-21c4',
  link: 'https://fubako.town.example/record-files/01987f3a-21c4-7000-8000-01987f3a21c4',
  ...given,
});
const createdAt = new Date('2027-03-20T01:00:00Z');
const words = (page: { text: string } | undefined) => page?.text.replace(/\s/gu, '') ?? '';
const keep = (name: string, bytes: Uint8Array) => {
  if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}/${name}`, bytes);
};

describe('registers and labels as PDF', () => {
  let registers: RegisterPdf;
  let labels: LabelPdf;
  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [RenderingModule] }).compile();
    registers = module.get(RegisterPdf);
    labels = module.get(LabelPdf);
  });

  it('REND-70 a register is a landscape table whose headings return on every page', async () => {
    const headings = [
      '分類',
      '名称',
      '作成年度',
      '作成時の管理者',
      '起算日',
      '保存期間',
      '満了日',
      '媒体',
      '保存場所',
      '現在の管理者',
      '満了時の措置',
    ];
    const columns = headings.map((heading, index) => ({ heading, share: index < 2 ? 3 : 1.5 }));
    const rows = Array.from({ length: 60 }, (_, i) => headings.map((heading) => `${heading}${i}`));
    const sheet = {
      title: 'ファイル管理簿',
      notes: ['令和9年4月1日現在'],
      columns,
      rows,
      foot: '浜見町 総務課',
      author: '浜見町',
      createdAt,
    };
    const { bytes, pageCount, missing } = await registers.draw(sheet);
    keep('register.pdf', bytes);
    expect(missing).toEqual([]);
    const pages = await readPdf(bytes, 1);
    expect(pages).toHaveLength(pageCount);
    for (const page of pages) expect(words(page)).toContain('作成時の管理者');
    expect(words(pages[0])).toContain('令和9年4月1日現在');
    expect(words(pages.at(-1))).toContain(`${pageCount}/${pageCount}`);
    expect(words(pages.at(-1))).toContain('満了時の措置59');
    expect(runTool('qpdf', bytes, (file) => ['--check', file])).toContain('No syntax or stream encoding errors found');
  });

  it('REND-35 names and numbers stay whole in a narrow cell; what has no space to end at is broken as ever', async () => {
    const columns = ['管理者', '実行者', '記号', '題名'].map((heading, index) => ({
      heading,
      share: index === 3 ? 40 : 5,
    }));
    const rows = [['生活環境課 課長', '上田 久美子', 'あいうえおかきくけこさしす せ', '']];
    const sheet = { title: '登録簿', notes: [], columns, rows, foot: '', author: '浜見町', createdAt };
    const { bytes } = await registers.draw(sheet);
    const text = runTool('pdftotext', bytes, (file) => ['-layout', file, '-']);
    for (const whole of ['生活環境課', '課長', '上田', '久美子'])
      expect(text).toMatch(new RegExp(`(^|\\s)${whole}(\\s|$)`, 'mu'));
    expect(text.replace(/\s/gu, '')).toContain('さしす');
  });

  it('LAB-1 eight backs or twelve boxes stand on a sheet, nothing is lost', async () => {
    const many = Array.from({ length: 13 }, (_, i) => label({ reference: `ref-${i}` }));
    for (const [kind, pages] of [
      ['spine', 2],
      ['box', 2],
    ] as const) {
      const { bytes, pageCount } = await labels.draw({
        kind,
        labels: many,
        title: 'ラベル',
        author: '浜見町',
        createdAt,
      });
      keep(`labels-${kind}.pdf`, bytes);
      expect(pageCount).toBe(pages);
      const text = (await readPdf(bytes, 1)).map((page) => words(page)).join('');
      for (let i = 0; i < 13; i++) expect(text).toContain(`ref-${i}`);
    }
  });

  it('LAB-4 every label bears the address of its file as a code of which each module stands on the paper', async () => {
    const address = (n: number) => `https://fubako.town.example/record-files/01987f3a-21c4-7000-8000-00000000000${n}`;
    const many = Array.from({ length: 10 }, (_, n) => label({ link: address(n) }));
    const sheet = { labels: many, title: 'ラベル', author: '浜見町', createdAt };
    keep('codes-spine.pdf', (await labels.draw({ ...sheet, kind: 'spine' })).bytes);
    const { bytes } = await labels.draw({ ...sheet, kind: 'box' });
    keep('codes-box.pdf', bytes);
    const [page] = await readPdf(bytes, 8);
    const mm = 72 / 25.4;
    for (const n of [0, 5, 9]) {
      const code = generate(address(n), { minCorrectionLevel: correction.M });
      const unit = (24 * mm) / (code.size + 8);
      const left = (210 / 2 - 86.4 + ((n % 2) + 1) * 86.4 - 24) * mm - 2 + 4 * unit;
      const top = (297 / 2 - 3 * 42.3 + Math.floor(n / 2) * 42.3 + (42.3 - 24) / 2) * mm + 4 * unit;
      const read = (x: number, y: number): boolean => {
        const [atX, atY] = [left + (x + 0.5) * unit, top + (y + 0.5) * unit];
        const spot = { left: atX - 0.15, top: atY - 0.15, right: atX + 0.15, bottom: atY + 0.15 };
        return (page?.pixels.coverage(spot) ?? 0) > 0.5;
      };
      const sides = Array.from({ length: code.size }, (_, at) => at);
      const wrong = sides.flatMap((y) => sides.filter((x) => read(x, y) !== code.get(x, y)).map((x) => `${x}/${y}`));
      expect([n, wrong]).toEqual([n, []]);
    }
  });

  it('LAB-2 a label names year, class, title, volume, section, period, reference and its marks', async () => {
    const { bytes } = await labels.draw({
      kind: 'spine',
      labels: [label()],
      title: 'ラベル',
      author: '浜見町',
      createdAt,
    });
    const [page] = await readPdf(bytes, 1);
    for (const part of [
      '令和9年度',
      '60-01-01給付',
      '障害福祉サービス',
      '第2冊',
      '福祉課',
      '令和15年3月31日まで',
      '個人情報',
      '秘',
      '0198-7f3a-21c4',
    ])
      expect(words(page)).toContain(part);
  });

  it('LAB-2 a title that is too long is cut with an ellipsis and stays inside its label', async () => {
    const title = '障害福祉サービス等給付費に関する書類綴'.repeat(12);
    const { bytes, pageCount } = await labels.draw({
      kind: 'box',
      labels: [label({ title })],
      title: 'ラベル',
      author: '浜見町',
      createdAt,
    });
    expect(pageCount).toBe(1);
    const [page] = await readPdf(bytes, 1);
    expect(words(page)).toContain('…');
    expect(words(page)).toContain('第2冊');
  });
});
