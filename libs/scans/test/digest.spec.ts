import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fontkit from '@cantoo/fontkit';
import { sql, UnitOfWork } from '@fubako/platform/database';
import { JobRegistry } from '@fubako/platform/jobs';
import { contentKey } from '@fubako/platform/object-store';
import { Objects, PageTexts, Thumbnails, Uploads, VerifyObjects } from '@fubako/scans';
import { inspectImage } from '../src/children/inspect-image';
import { docxParts, pdf, png, zip } from './sample-files';
import { CLERK, ScansUnderTest } from './scans-under-test';
import { bytesOf, TakenFiles } from './taken-files';

describe('files that are taken into a document', () => {
  let files: TakenFiles;
  let scans: ScansUnderTest;

  beforeAll(async () => {
    files = await TakenFiles.start();
    scans = files.scans;
  });
  afterAll(() => scans?.stop());
  beforeEach(() => files.announced.splice(0));

  describe('SCN-9 taking', () => {
    it('hands over what was sent, once, and makes rendition and text due', async () => {
      const bytes = await pdf(['taken']);
      const { id, sha256 } = await files.upload(bytes, '議案.pdf');
      const uploads = scans.get(Uploads);
      expect(await uploads.take(id, CLERK)).toEqual({
        sha256,
        bytes: bytes.length,
        mediaType: 'application/pdf',
        fileName: '議案.pdf',
        pages: 1,
      });
      expect(await files.statusOf(sha256)).toEqual({
        rendition: 'pending',
        text: 'pending',
        pages: 1,
        activeContent: [],
      });
      await expect(uploads.take(id, CLERK)).rejects.toMatchObject({ code: 'scans.upload-used' });
    });

    it('is refused to everybody else as if there were nothing', async () => {
      const { id } = await files.upload(await pdf(['mine']), 'a.pdf');
      await expect(scans.get(Uploads).take(id, '9999')).rejects.toMatchObject({ code: 'scans.unknown-upload' });
      await expect(scans.get(Uploads).take('00000000-0000-7000-8000-000000000000', CLERK)).rejects.toMatchObject({
        code: 'scans.unknown-upload',
      });
    });

    it('lets one of ten simultaneous takers have it', async () => {
      const { id } = await files.upload(await pdf(['race']), 'a.pdf');
      const results = await Promise.allSettled(Array.from({ length: 10 }, () => scans.get(Uploads).take(id, CLERK)));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('is undone with the unit that it belongs to', async () => {
      const { id } = await files.upload(await pdf(['undone']), 'a.pdf');
      const uow = scans.get(UnitOfWork);
      const failing = uow.run(async () => {
        await scans.get(Uploads).take(id, CLERK);
        throw new Error('the document refused');
      });
      await expect(failing).rejects.toThrow('the document refused');
      await expect(scans.get(Uploads).take(id, CLERK)).resolves.toMatchObject({ fileName: 'a.pdf' });
    });

    it('owes the digestion to the worker, who does it however often it is called', async () => {
      const sha256 = await files.taken(await pdf(['owed']), 'a.pdf');
      expect(await scans.work('scans.digest')).toBeGreaterThan(0);
      expect(await files.statusOf(sha256)).toMatchObject({ rendition: 'ready', text: 'ready' });
      files.announced.splice(0);
      await scans.work('scans.digest');
      expect(files.announced).toEqual([]);
    });
  });

  describe('SCN-11 texts', () => {
    it('of a PDF are found page by page, pages without text left out', async () => {
      const sha256 = await files.digested(await pdf(['first page', '', 'third page']), 'a.pdf');
      const texts = await scans.get(PageTexts).of([sha256, 'ab'.repeat(32)]);
      expect([...texts]).toEqual([
        [
          sha256,
          [
            { page: 1, text: 'first page' },
            { page: 3, text: 'third page' },
          ],
        ],
      ]);
    });

    it('in Japanese come out letter by letter, also where a surrogate pair is needed', async () => {
      const font = await readFile(
        require.resolve('@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf'),
      );
      const bytes = await pdf([], async (document) => {
        document.registerFontkit(fontkit);
        document.addPage().drawText('令和８年度 𠮷野町 起案第１号', {
          font: await document.embedFont(font, { subset: true }),
          x: 50,
          y: 700,
        });
      });
      const sha256 = await files.digested(bytes, '起案.pdf');
      expect((await scans.get(PageTexts).of([sha256])).get(sha256)).toEqual([
        { page: 1, text: '令和８年度 𠮷野町 起案第１号' },
      ]);
    });

    it('of a scan without text layer are none, not failed', async () => {
      const sha256 = await files.digested(await pdf(['']), 'scan.pdf');
      expect(await files.statusOf(sha256)).toEqual({ rendition: 'ready', text: 'none', pages: 1, activeContent: [] });
      expect(files.announced).toContain(`text ${sha256}`);
    });

    it('of a Shift_JIS file are read without any Office program', async () => {
      const sha256 = await files.digested(Buffer.from([0x8b, 0x4e, 0x88, 0xc4, 0x0d, 0x0a, 0x41]), 'a.txt');
      expect((await scans.get(PageTexts).of([sha256])).get(sha256)).toEqual([{ page: 1, text: '起案\nA' }]);
    });

    it('of a letter are read out of its XML where no LibreOffice prints it', async () => {
      const sha256 = await files.digested(zip(docxParts('委託契約の締結')), '起案.docx');
      expect((await scans.get(PageTexts).of([sha256])).get(sha256)).toEqual([{ page: 1, text: '委託契約の締結' }]);
      expect(files.announced).toContain(`text ${sha256}`);
    });

    it('are kept once however often the same content is taken', async () => {
      const bytes = await pdf(['once']);
      await files.digested(bytes, 'a.pdf');
      const rows = await scans.count('page_text');
      await files.digested(bytes, 'b.pdf');
      expect(await scans.count('page_text')).toBe(rows);
    });
  });

  describe('SCN-44 thumbnails', () => {
    const thumbnail = (sha256: string, page: number) => bytesOf(scans.get(Thumbnails).open(sha256, page));

    it('are small pictures of each page, in its own shape, and no page has another one', async () => {
      const bytes = await pdf(['first', 'second'], (document) => void document.addPage([400, 200]));
      const sha256 = await files.digested(bytes, 'a.pdf');
      expect(await files.thumbnailsOf(sha256)).toBe(3);
      const pictures = [await thumbnail(sha256, 1), await thumbnail(sha256, 2), await thumbnail(sha256, 3)];
      for (const picture of pictures) expect(inspectImage('png', picture)).toEqual({ pages: 1, broken: null });
      for (const one of pictures) expect([299, 300]).toContain(Math.max(one.readUInt32BE(16), one.readUInt32BE(20)));
      expect(pictures.map((one) => one.readUInt32BE(16) > one.readUInt32BE(20))).toEqual([false, false, true]);
      expect(pictures[0]!.equals(pictures[1]!)).toBe(false);
      for (const page of [0, 4, -1, 2 ** 40])
        await expect(thumbnail(sha256, page)).rejects.toMatchObject({ code: 'scans.no-thumbnail' });
    });

    it('are made of what a page shows of a picture, in its colours', async () => {
      const sha256 = await files.digested(png(8, 8), '図面.png');
      expect(await files.thumbnailsOf(sha256)).toBe(1);
      expect(inspectImage('png', await thumbnail(sha256, 1))).toEqual({ pages: 1, broken: null });
    });

    it('are none where no page can be shown, and are made up for what came in before there were any', async () => {
      const office = await files.digested(zip(docxParts('決裁')), '起案.docx');
      expect(await files.thumbnailsOf(office)).toBe(0);
      const sha256 = await files.digested(await pdf(['earlier']), 'a.pdf');
      const uow = scans.get(UnitOfWork);
      await uow.run(() => uow.change(sql`delete from scans.rendition where kind = 'thumbnails'`));
      expect(await files.thumbnailsOf(sha256)).toBe(0);
      await scans
        .get(JobRegistry)
        .find('scans.make-up-thumbnails')
        ?.handler({}, {} as never);
      expect(await files.thumbnailsOf(sha256)).toBe(1);
    });
  });

  describe('SCN-12 verification', () => {
    it('names every damaged object, how it is damaged and what it was, and none that is sound', async () => {
      const place = (sha256: string) => join(scans.folder, 'objects', contentKey(sha256 as never));
      const damage = async (sha256: string, change: (bytes: Buffer) => Buffer): Promise<void> => {
        const bytes = await readFile(place(sha256));
        await chmod(place(sha256), 0o600);
        await writeFile(place(sha256), change(bytes));
      };
      const verify = scans.get(VerifyObjects);
      const before = await verify.run();
      expect(before.damaged).toEqual([]);
      expect(before.unregistered).toEqual([]);

      const [flipped, cut, gone, sound] = await Promise.all(
        ['flipped', 'cut', 'gone', 'sound'].map(
          async (what) => (await files.upload(await pdf([what]), `${what}.pdf`)).sha256,
        ),
      );
      await damage(flipped!, (bytes) => Buffer.from(bytes.map((byte, index) => (index === 9 ? byte ^ 1 : byte))));
      await damage(cut!, (bytes) => bytes.subarray(0, -1));
      await rm(place(gone!));
      const stranger = 'ab'.repeat(32);
      await mkdir(join(place(stranger), '..'), { recursive: true });
      await writeFile(place(stranger), 'put here by hand');

      const report = await verify.run();
      const found = new Map(
        report.damaged.map(({ sha256, fault, fileNames }) => [sha256, `${fault} ${fileNames.join()}`]),
      );
      expect(found).toEqual(
        new Map([
          [flipped, 'changed flipped.pdf'],
          [cut, 'short cut.pdf'],
          [gone, 'missing gone.pdf'],
        ]),
      );
      expect(report.checked).toBe(before.checked + 4);
      expect(report.sound).toBe(before.checked + 1);
      expect(report.unregistered).toEqual([stranger]);
      for (const sha256 of [flipped, cut, gone]) {
        await expect(scans.get(Objects).open(sha256!)).rejects.toMatchObject({ code: 'objects.corrupt' });
      }
      expect(await bytesOf(scans.get(Objects).open(sound!))).not.toHaveLength(0);
      const [row] = await scans.rows<{ stale: number }>(sql`
        select count(*)::int as stale from scans.stored_object where sha256 = decode(${flipped}, 'hex') and verified_at = created_at`);
      expect(row?.stale).toBe(1);
    });
  });
});
