import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Objects, PageTexts, Renditions } from '@fubako/scans';
import { DigestObject } from '../src/app/digest-object';
import { findOffice, officeToPdf } from '../src/children/office-to-pdf';
import { pdfText as readPdf } from '../src/children/pdf-text';
import { OFFICE_WORDS, officeFiles } from './files/office-files';
import { docxParts, jpeg, pdf, png, zip } from './sample-files';
import { colourTiff, faxTiff } from './sample-tiff';
import { ScansUnderTest } from './scans-under-test';
import { bytesOf, TakenFiles } from './taken-files';
import { eventually } from '../../../test/support/eventually';

describe('what a page shows of a file', () => {
  let files: TakenFiles;
  let scans: ScansUnderTest;

  beforeAll(async () => {
    files = await TakenFiles.start();
    scans = files.scans;
  });
  afterAll(() => scans?.stop());
  beforeEach(() => files.announced.splice(0));

  describe('SCN-10 renditions', () => {
    it('of a PDF are the PDF itself', async () => {
      const bytes = await pdf(['itself']);
      const sha256 = await files.digested(bytes, 'a.pdf');
      const opened = await scans.get(Renditions).openPdf(sha256);
      expect(opened).toMatchObject({ bytes: bytes.length, mediaType: 'application/pdf' });
      expect((await bytesOf(Promise.resolve(opened))).equals(bytes)).toBe(true);
      expect(files.announced).toEqual([`rendition ${sha256}`, `text ${sha256}`]);
    });

    it.each<[string, string, () => Buffer, number]>([
      ['a PNG', 'a.png', () => png(300, 100), 0],
      ['a JPEG that a camera took on its side', 'a.jpg', () => jpeg(6), 90],
    ])('of %s are one page that shows it the right way up', async (_what, name, make, rotation) => {
      const bytes = make();
      const sha256 = await files.digested(bytes, name);
      expect(await files.statusOf(sha256)).toEqual({ rendition: 'ready', text: 'none', pages: 1, activeContent: [] });
      const document = await PDFDocument.load(await bytesOf(scans.get(Renditions).openPdf(sha256)));
      expect(document.getPageCount()).toBe(1);
      expect(document.getPage(0).getRotation().angle).toBe(rotation);
      expect((await bytesOf(scans.get(Objects).open(sha256))).equals(bytes)).toBe(true);
    });

    it.each([
      ['a fax', faxTiff],
      ['a scanner in colour', colourTiff],
    ])('of TIFF files of %s have a page for each picture, in its own size', async (_what, make) => {
      const sha256 = await files.digested(make(), 'a.tif');
      expect(await files.statusOf(sha256)).toMatchObject({ rendition: 'ready', pages: 2 });
      const document = await PDFDocument.load(await bytesOf(scans.get(Renditions).openPdf(sha256)));
      expect(document.getPages().map((page) => Math.round(page.getWidth() * 10))).toEqual([144, 202]);
    });

    it('SCN-23 of a mail are its headers, its body and the words of what is enclosed, found page by page', async () => {
      const bytes = Buffer.from(
        [
          'From: a@example.jp\r\nSubject: =?UTF-8?B?6KaL56mN?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n',
          '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>𠮷野町へ見積を送ります</p><img src="https://spy.example/x.png">\r\n',
          '--b\r\nContent-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n',
          '金 三万円\r\n--b--\r\n',
        ].join(''),
      );
      const sha256 = await files.digested(bytes, '見積.eml');
      expect(await files.statusOf(sha256)).toEqual({ rendition: 'ready', text: 'ready', pages: 2, activeContent: [] });
      const made = await bytesOf(scans.get(Renditions).openPdf(sha256));
      expect(made.includes('spy.example')).toBe(false);
      const pages = (await scans.get(PageTexts).of([sha256])).get(sha256) ?? [];
      expect(pages.map(({ text }) => text)).toEqual([
        expect.stringMatching(/^件名 \(Subject\): 見積\n[\s\S]*𠮷野町へ見積を送ります\n[\s\S]*1\. a\.txt/u),
        expect.stringMatching(/^添付 1: a\.txt\n[\s\S]*金 三万円$/u),
      ]);
      const seen = await readPdf(made);
      expect(seen.map((text) => text.replaceAll(/\s/gu, ''))).toEqual(
        pages.map(({ text }) => text.replaceAll(/\s/gu, '')),
      );
    });

    it('are refused as long as they are not made, and for ever where they cannot be', async () => {
      const waiting = await files.taken(png(5, 5), 'a.png');
      await expect(scans.get(Renditions).openPdf(waiting)).rejects.toMatchObject({ code: 'scans.rendition-pending' });
      const endless = await files.digested(Buffer.from('\f'.repeat(1001)), 'a.txt');
      expect(await files.statusOf(endless)).toEqual({
        rendition: 'unsupported',
        text: 'none',
        pages: null,
        activeContent: [],
      });
      await expect(scans.get(Renditions).openPdf(endless)).rejects.toMatchObject({ code: 'scans.no-rendition' });
      await expect(scans.get(Renditions).openPdf('ab'.repeat(32))).rejects.toMatchObject({
        code: 'scans.unknown-object',
      });
    });

    it('made by two workers at once end as one', async () => {
      const sha256 = await files.taken(png(21, 9), 'a.png');
      const digest = scans.get(DigestObject);
      await Promise.all([digest.run(sha256), digest.run(sha256), digest.run(sha256)]);
      expect(files.announced.filter((news) => news.startsWith('rendition'))).toHaveLength(1);
      expect(files.announced.filter((news) => news.startsWith('text'))).toHaveLength(1);
    });
  });

  describe('SCN-10 Office files', () => {
    const path = process.env.PATH;
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'fubako-office-'));
    });
    afterEach(async () => {
      process.env.PATH = path;
      await rm(folder, { recursive: true, force: true });
    });
    /** A program in the place of LibreOffice: it gets the same words and may do anything. */
    const installOffice = async (script: string): Promise<string> => {
      const program = join(folder, 'soffice');
      await writeFile(program, `#!/bin/sh\n${script}\n`);
      await chmod(program, 0o755);
      process.env.PATH = `${folder}:${path}`;
      return program;
    };
    const outFolder = 'while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done';

    it('wait for LibreOffice: unsupported without it, made once it is there and the file is taken again', async () => {
      const bytes = zip(docxParts('起案'));
      const bare = join(folder, 'bare');
      await mkdir(bare);
      await symlink('/usr/bin/unshare', join(bare, 'unshare'));
      process.env.PATH = bare;
      const sha256 = await files.digested(bytes, 'a.docx');
      expect(await files.statusOf(sha256)).toEqual({
        rendition: 'unsupported',
        text: 'ready',
        pages: null,
        activeContent: [],
      });

      await writeFile(join(folder, 'made.pdf'), await pdf(['printed by office', 'page two']));
      await installOffice(`${outFolder}; cp ${join(folder, 'made.pdf')} "$out/source.pdf"`);
      expect(await files.digested(bytes, 'b.docx')).toBe(sha256);
      expect(await files.statusOf(sha256)).toEqual({ rendition: 'ready', text: 'ready', pages: 2, activeContent: [] });
      const texts = await scans.get(PageTexts).of([sha256]);
      expect(texts.get(sha256)).toEqual([
        { page: 1, text: 'printed by office' },
        { page: 2, text: 'page two' },
      ]);
    });

    it.each([
      ['LibreOffice fails', 'exit 1'],
      ['no PDF comes out', 'exit 0'],
      ['something else than a PDF comes out', `${outFolder}; echo hello > "$out/source.pdf"`],
    ])('are failed when %s, and do not stop the worker', async (what, script) => {
      await installOffice(script);
      const sha256 = await files.digested(zip(docxParts(what)), 'a.docx');
      // The words are in the file itself, and are found all the same.
      expect(await files.statusOf(sha256)).toEqual({
        rendition: 'failed',
        text: 'ready',
        pages: null,
        activeContent: [],
      });
    });

    it('that never end are killed, with everything they started', async () => {
      const mark = join(folder, 'alive');
      const office = await installOffice(`(sleep 3; touch ${mark}) & sleep 60`);
      await mkdir(join(folder, 'work'));
      const converting = officeToPdf(office, { folder: join(folder, 'work'), source: '/dev/null', timeoutMs: 500 });
      await expect(converting).rejects.toMatchObject({ fault: 'timed-out' });
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      await expect(rm(mark)).rejects.toMatchObject({ code: 'ENOENT' });
    });

    it('of every kind are printed by a real LibreOffice, two at a time, and pages show their words', async () => {
      const real = findOffice() ?? 'LibreOffice is not installed';
      const log = join(folder, 'log');
      await installOffice(`echo 1 >> ${log}; '${real}' "$@"; code=$?; echo -1 >> ${log}; exit $code`);
      const printed = await Promise.all(
        officeFiles().map(async ([name, bytes]) => [name, await files.digested(bytes, name)] as const),
      );
      for (const [name, sha256] of printed) {
        expect([name, await files.statusOf(sha256)]).toEqual([
          name,
          { rendition: 'ready', text: 'ready', pages: 1, activeContent: [] },
        ]);
        const [page] = (await scans.get(PageTexts).of([sha256])).get(sha256) ?? [];
        expect([name, page?.text]).toEqual([name, expect.stringContaining(OFFICE_WORDS.slice(0, 5))]);
      }
      const steps = (await readFile(log, 'utf8')).trim().split('\n').map(Number);
      let running = 0;
      const most = Math.max(...steps.map((step) => (running += step)));
      expect([steps.length, most, running]).toEqual([2 * printed.length, 2, 0]);
    }, 120_000);

    it('that a real LibreOffice does not print in time leave none of its processes behind', async () => {
      const source = join(folder, 'source.docx');
      await writeFile(source, officeFiles()[0]?.[1] ?? '');
      await mkdir(join(folder, 'work'));
      const office = findOffice() ?? 'LibreOffice is not installed';
      const converting = officeToPdf(office, { folder: join(folder, 'work'), source, timeoutMs: 700 });
      await expect(converting).rejects.toMatchObject({ fault: 'timed-out' });
      expect(
        await eventually(
          () => commandsNaming(join(folder, 'work')),
          (commands) => commands.length === 0,
        ),
      ).toEqual([]);
    });

    it('see neither our secrets nor the network', async () => {
      process.env.S3_SECRET_KEY = 'very secret';
      const office = await installOffice(`env > ${join(folder, 'env')}; cat /proc/net/dev > ${join(folder, 'net')}`);
      await mkdir(join(folder, 'work'));
      await officeToPdf(office, { folder: join(folder, 'work'), source: '/dev/null' });
      delete process.env.S3_SECRET_KEY;
      expect(await readFile(join(folder, 'env'), 'utf8')).not.toMatch(/secret|DATABASE/i);
      expect(await readFile(join(folder, 'net'), 'utf8')).not.toMatch(/eth|ens/);
    });
  });
});

/** Command lines of this machine that name the path. */
async function commandsNaming(path: string): Promise<string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(processes.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return commands.filter((command) => command.includes(path));
}
