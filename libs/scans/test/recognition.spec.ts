import { existsSync } from 'node:fs';
import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { sql } from '@fubako/platform/database';
import { PageTexts, Uploads } from '@fubako/scans';
import { DigestObject } from '../src/app/digest-object';
import { pdf } from './sample-files';
import { scannedPage } from './scanned-page';
import { CLERK, ScansUnderTest } from './scans-under-test';

/** A PATH with nothing but this program. */
async function folderWith(program: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fubako-path-'));
  const place = (process.env.PATH ?? '').split(delimiter).find((one) => existsSync(join(one, program)));
  if (place) await symlink(join(place, program), join(folder, program));
  return folder;
}

const LINES = [
  '高齢者見守り業務委託契約の締結について',
  '下記のとおり契約を締結したいので伺います',
  '契約の相手方は株式会社浜見サービスとする',
  '履行期間は翌年三月三十一日までとする',
];

interface KeptPage {
  readonly page: number;
  readonly text: string;
  readonly engine: string;
  readonly confidence: number | null;
  readonly words: readonly [string, number, number, number, number][] | null;
}

describe('SCN-20 text that is only to be seen', () => {
  let scans: ScansUnderTest;
  beforeAll(async () => {
    scans = await ScansUnderTest.start();
  });
  afterAll(() => scans.stop());

  const digested = async (bytes: Buffer, name: string): Promise<string> => {
    const { status, body } = await scans.send(bytes, { name });
    expect(status).toBe(201);
    const { id, sha256 } = body as { id: string; sha256: string };
    await scans.get(Uploads).take(id, CLERK);
    await scans.get(DigestObject).run(sha256);
    return sha256;
  };
  const kept = (sha256: string) =>
    scans.rows<KeptPage>(sql`
      select page, text, engine, confidence, words from scans.page_text where source_sha256 = decode(${sha256}, 'hex') order by page`);
  /** The share of the lines that stands in the text, letter by letter. */
  const recall = (text: string) => {
    const found = text.replaceAll('\n', '');
    const pairs = LINES.flatMap((line) => Array.from({ length: line.length - 1 }, (_, at) => line.slice(at, at + 2)));
    return pairs.filter((pair) => found.includes(pair)).length / pairs.length;
  };

  it('is read from a scanned picture, with engine, confidence and the place of every word', async () => {
    const [page] = await kept(await digested(await scannedPage(LINES), '起案.png'));
    expect(recall(page?.text ?? '')).toBeGreaterThan(0.95);
    expect(page?.engine).toMatch(/^tesseract \d/);
    expect(page?.confidence).toBeGreaterThan(75);
    const places = (page?.words ?? []).filter(([word]) => word.includes('契約'));
    expect(places.length).toBeGreaterThan(0);
    for (const [, left, top, width, height] of places) {
      expect(left + width).toBeLessThan(10_000);
      expect(top).toBeGreaterThan(500);
      expect(top + height).toBeLessThan(2500);
    }
  });

  it('is read downwards where it is written downwards', async () => {
    const [page] = await kept(await digested(await scannedPage(LINES, { downwards: true }), '縦書き.png'));
    expect(recall(page?.text ?? '')).toBeGreaterThan(0.9);
  });

  it('is read on a page that lies on its side, and the places are those of the page as it lies', async () => {
    const [page] = await kept(await digested(await scannedPage(LINES, { turn: 270 }), '横倒し.png'));
    expect(recall(page?.text ?? '')).toBeGreaterThan(0.9);
    const heights = (page?.words ?? []).map(([, , , width, height]) => height > width);
    expect(heights.filter(Boolean).length).toBeGreaterThan(heights.length / 2);
  });

  it('is read on the pages of a PDF that carry no text, and on no other', async () => {
    const document = await PDFDocument.load(await pdf(['carried by the file']));
    const image = await document.embedPng(await scannedPage(LINES));
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
    document.addPage([595, 842]);
    const pages = await kept(await digested(Buffer.from(await document.save()), '混在.pdf'));
    expect(pages.map(({ page, engine }) => [page, engine.split(' ')[0]])).toEqual([
      [1, 'pdfium'],
      [2, 'tesseract'],
    ]);
    expect(pages[0]).toMatchObject({ text: 'carried by the file', confidence: null, words: null });
    expect(recall(pages[1]?.text ?? '')).toBeGreaterThan(0.95);
  });

  it('is found by whoever asks for the text of the original', async () => {
    const sha256 = await digested(await scannedPage(LINES.slice(0, 2)), '検索.png');
    const [page] = (await scans.get(PageTexts).of([sha256])).get(sha256) ?? [];
    expect(page?.text.replaceAll('\n', '')).toContain('業務委託契約の締結');
  });

  it('is looked for again when recognition has come to the machine and the content is taken again', async () => {
    const bytes = await scannedPage(LINES.slice(2));
    const path = process.env.PATH;
    process.env.PATH = await folderWith('unshare');
    const sha256 = await digested(bytes, '後から.png').finally(() => (process.env.PATH = path));
    const state = () =>
      scans.rows(sql`select state, detail from scans.text_state where source_sha256 = decode(${sha256}, 'hex')`);
    expect(await state()).toEqual([{ state: 'none', detail: expect.stringContaining('not installed on the worker') }]);
    await digested(bytes, '後から.png');
    expect(await state()).toEqual([{ state: 'ready', detail: null }]);
  });
});
