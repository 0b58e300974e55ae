import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { sql } from '@fubako/platform/database';
import { CorrectedTexts, PageTexts, Uploads } from '@fubako/scans';
import { EventBus } from '@fubako/platform/outbox';
import { DigestObject } from '../src/app/digest-object';
import { Recogniser } from '../src/children/recogniser';
import { printedPages } from '../src/children/printed-pages';
import { tesseractPackage } from '../src/children/tesseract-package';
import { tesseractProgram } from '../src/children/tesseract-program';
import { inWorkFolder } from '../src/children/work-folder';
import { textExtracted } from '../src/events';
import { pdf } from './sample-files';
import { scannedPage, scannedTiff } from './scanned-page';
import { CLERK, ScansUnderTest } from './scans-under-test';

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
  const announced: string[] = [];
  beforeAll(async () => {
    scans = await ScansUnderTest.start();
    scans
      .get(EventBus)
      .inUnit(textExtracted, async (news) => void announced.push(...news.map(({ subject }) => subject)));
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

  it('is read on the pages of a TIFF file', async () => {
    const pages = await kept(await digested(await scannedTiff([LINES.slice(0, 2), [], LINES.slice(2)]), '複数頁.tif'));
    expect(pages.map(({ page }) => page)).toEqual([1, 3]);
    expect(recall(pages.map(({ text }) => text).join(''))).toBeGreaterThan(0.9);
  });

  it('is found by whoever asks for the text of the original', async () => {
    const sha256 = await digested(await scannedPage(LINES.slice(0, 2)), '検索.png');
    const [page] = (await scans.get(PageTexts).of([sha256])).get(sha256) ?? [];
    expect(page?.text.replaceAll('\n', '')).toContain('業務委託契約の締結');
  });

  it('SCN-25 is corrected in versions: the last is found, what was recognised stays, and every one can be taken again', async () => {
    const sha256 = await digested(await scannedPage(LINES.slice(1, 3)), '訂正.png');
    const texts = scans.get(CorrectedTexts);
    const by = { staffNo: CLERK, name: '原 一郎' };
    const page = { sha256, page: 1, mayCorrect: true };
    const first = await texts.of(page);
    expect(first).toMatchObject({ version: 0, versions: [], allowed: ['correct'], recognised: { text: first.text } });

    announced.splice(0);
    const second = await texts.correct({ ...page, text: '甲\r\n乙', basedOn: 0, by });
    expect(second).toMatchObject({ version: 1, text: '甲\n乙', recognised: first.recognised });
    expect(announced).toEqual([sha256]);
    expect((await scans.get(PageTexts).of([sha256])).get(sha256)).toEqual([{ page: 1, text: '甲\n乙' }]);
    const third = await texts.correct({ ...page, text: first.text, basedOn: 1, by: { staffNo: '9999', name: '後藤' } });
    expect(third.versions.map(({ version, text, name }) => [version, text, name])).toEqual([
      [2, first.text, '後藤'],
      [1, '甲\n乙', '原 一郎'],
    ]);
    expect((await scans.get(PageTexts).of([sha256])).get(sha256)).toEqual([{ page: 1, text: first.text }]);

    const stale = texts.correct({ ...page, text: '丙', basedOn: 1, by });
    await expect(stale).rejects.toMatchObject({ code: 'scans.corrected-meanwhile' });
    const both = await Promise.allSettled(['丙', '丁'].map((text) => texts.correct({ ...page, text, basedOn: 2, by })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    for (const [fault, change] of [
      ['scans.empty-correction', { text: ' \n', basedOn: 3 }],
      ['scans.not-yours-to-correct', { text: '戊', basedOn: 3, mayCorrect: false }],
      ['scans.nothing-recognised', { text: '戊', basedOn: 0, page: 2 }],
    ] as const)
      await expect(texts.correct({ ...page, by, ...change })).rejects.toMatchObject({ code: fault });
    expect(
      await scans.rows(sql`select text from scans.page_text where source_sha256 = decode(${sha256}, 'hex')`),
    ).toEqual([{ text: first.text }]);
  });

  describe.each([
    ['the program of the system', tesseractProgram, /^tesseract \d/, 0.95],
    ['the package from npm', tesseractPackage, /^tesseract\.js \d/, 0.9],
  ] as const)('by %s', (_engine, find, named, share) => {
    const readBy = (downwards: boolean) =>
      inWorkFolder(async (folder) => {
        const engine = await find(folder);
        if (!engine)
          throw new Error('This engine is not installed: npm ci brings it, or apt-get install tesseract-ocr-jpn.');
        const path = join(folder, 'printed.pdf');
        await writeFile(path, await printedPages([LINES], downwards));
        const page = (await new Recogniser().read(engine, { path, folder }, [1])).get(1);
        return { name: engine.name, page };
      });

    it('comes in one shape: text, confidence, the place of every word, and the engine with its version', async () => {
      const { name, page } = await readBy(false);
      expect(name).toMatch(named);
      expect(recall(page?.text ?? '')).toBeGreaterThan(share);
      expect(page?.text).not.toMatch(/契 約/);
      expect(page?.confidence).toBeGreaterThan(75);
      for (const [, left, top, width, height] of page?.words ?? []) {
        expect(left + width).toBeLessThan(10_000);
        expect(top).toBeGreaterThan(500);
        expect(top + height).toBeLessThan(2500);
      }
      expect(page?.words.length).toBeGreaterThan(4);
    });

    it('is read downwards as well', async () => {
      const { page } = await readBy(true);
      expect(recall(page?.text ?? '')).toBeGreaterThan(share - 0.05);
      const tall = (page?.words ?? []).filter(([word, , , width, height]) => [...word].length > 1 && height > width);
      expect(tall.length).toBeGreaterThan(0);
    });
  });

  it('is looked for again when recognition has come to the machine and the content is taken again', async () => {
    const bytes = await scannedPage(LINES.slice(2));
    const recogniser = scans.get(Recogniser);
    const { engines } = recogniser;
    recogniser.engines = [];
    const sha256 = await digested(bytes, '後から.png').finally(() => (recogniser.engines = engines));
    const state = () =>
      scans.rows(sql`select state, detail from scans.text_state where source_sha256 = decode(${sha256}, 'hex')`);
    expect(await state()).toEqual([{ state: 'none', detail: expect.stringContaining('not installed on the worker') }]);
    await digested(bytes, '後から.png');
    expect(await state()).toEqual([{ state: 'ready', detail: null }]);
  });
});
