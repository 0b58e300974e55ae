import { Readable } from 'node:stream';
import { Inspector } from '../src/children/inspector';
import { inWorkFolder, layDown } from '../src/children/work-folder';
import { fileTypeOf } from '../src/core/file-types';
import type { Findings } from '../src/core/findings';
import { judgeContent } from '../src/core/judge-content';
import { compoundFile, docxParts, exe, jpeg, lockedPdf, odtParts, pdf, png, zip, type ZipPart } from './sample-files';

const inspector = new Inspector();
afterAll(() => inspector.onModuleDestroy());
const inspect = (bytes: Buffer): Promise<Findings> =>
  inWorkFolder(async (folder) =>
    inspector.inspectFile(await layDown(folder, 'content', Readable.from([bytes], { objectMode: false })), folder),
  );

/** Accepted, refused as broken for a reason, or refused as something else. */
async function fate(extension: string, bytes: Buffer): Promise<string> {
  const verdict = judgeContent(fileTypeOf(extension)!, await inspect(bytes));
  if (verdict.accepted) return 'accepted';
  return 'broken' in verdict ? verdict.broken : `is ${verdict.mismatch}`;
}

const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024);
const withPart = (part: ZipPart): Buffer => zip([...docxParts('x'), part]);

describe('SCN-8 inspection in a child process', () => {
  describe.each<[string, string, string, () => Buffer | Promise<Buffer>]>([
    ['a PDF', 'pdf', 'accepted', () => pdf(['one', 'two'])],
    ['a PDF cut in half', 'pdf', 'cut-off', async () => half(await pdf(['one', 'two', 'three']))],
    ['a PDF without its last bytes', 'pdf', 'cut-off', async () => (await pdf(['one'])).subarray(0, -10)],
    ['a PDF that needs a password', 'pdf', 'encrypted', lockedPdf],
    [
      'a PDF header with rubbish behind it',
      'pdf',
      'unreadable',
      () => Buffer.from(`%PDF-1.7\n${'rubbish '.repeat(500)}\n%%EOF`),
    ],
    ['a program called .pdf', 'pdf', 'is exe', exe],
    ['an image called .pdf', 'pdf', 'is png', () => png(10, 10)],
    ['a text called .pdf', 'pdf', 'is text', () => Buffer.from('これは PDF ではありません')],
    ['noise called .pdf', 'pdf', 'is unknown', () => Buffer.from([0, 1, 2, 3, 250, 251, 252, 253])],
    ['one byte', 'pdf', 'is text', () => Buffer.from('%')],
    ['a PNG', 'png', 'accepted', () => png(40, 30)],
    ['a PNG cut off', 'png', 'cut-off', () => png(40, 30).subarray(0, -20)],
    ['a PNG that claims 60,000 by 60,000 pixels', 'png', 'too-many-pixels', () => png(60_000, 60_000)],
    ['a JPEG', 'jpg', 'accepted', jpeg],
    ['a JPEG cut off', 'jpeg', 'cut-off', () => jpeg().subarray(0, -2)],
    ['a JPEG called .png', 'png', 'is jpg', jpeg],
    ['a Word document', 'docx', 'accepted', () => zip(docxParts('起案'))],
    ['a Word document called .xlsx', 'xlsx', 'is docx', () => zip(docxParts('起案'))],
    ['a plain ZIP called .docx', 'docx', 'is zip', () => zip([{ name: 'a.txt', body: 'a' }])],
    ['a Word document cut off', 'docx', 'cut-off', () => zip(docxParts('x')).subarray(0, -30)],
    [
      'a Word document with a damaged part',
      'docx',
      'unreadable',
      () => damaged(zip(docxParts('起案文書の本文'.repeat(50)))),
    ],
    ['a locked Word document', 'docx', 'encrypted', compoundFile],
    [
      'a Word document with a locked part',
      'docx',
      'encrypted',
      () => withPart({ name: 'word/x.xml', body: 'x', encrypted: true }),
    ],
    [
      'a Word document that unpacks to a thousand times its size',
      'docx',
      'unpacks-too-large',
      () => withPart({ name: 'word/bomb.xml', body: zeros(20) }),
    ],
    [
      'a Word document that lies about its size',
      'docx',
      'unpacks-too-large',
      () => withPart({ name: 'word/bomb.xml', body: zeros(20), claimedBytes: 1000 }),
    ],
    [
      'a Word document of 10,100 parts',
      'docx',
      'too-many-entries',
      () =>
        zip([
          ...docxParts('x'),
          ...Array.from({ length: 10_100 }, (_, n) => ({ name: `word/${n}`, body: '', stored: true })),
        ]),
    ],
    [
      'a Word document with a link inside',
      'docx',
      'unsafe-entry',
      () => withPart({ name: 'word/l', body: '/etc/passwd', unixMode: 0o120777 }),
    ],
    [
      'a Word document with a part that climbs out',
      'docx',
      'unsafe-entry',
      () => withPart({ name: '../../evil.sh', body: 'x' }),
    ],
    ['an OpenDocument text', 'odt', 'accepted', () => zip(odtParts())],
    ['a text', 'txt', 'accepted', () => Buffer.from('起案します。\r\n')],
    ['a program called .txt', 'txt', 'is exe', exe],
    ['a PDF called .txt', 'txt', 'is pdf', () => pdf(['one'])],
  ])('%s', (_what, extension, expected, make) => {
    it(`as .${extension}: ${expected}`, async () => {
      expect(await fate(extension, await make())).toBe(expected);
    });
  });

  it('counts pages and records what could act, without refusing it', async () => {
    const bytes = await pdf(['a', 'b', 'c'], async (document) => {
      document.addJavaScript('main', 'app.alert(1)');
      await document.attach(Buffer.from('x'), 'x.txt', { mimeType: 'text/plain' });
    });
    const found = await inspect(bytes);
    expect(found.pages).toBe(3);
    expect(found.broken).toBeNull();
    expect(found.activeContent).toEqual(expect.arrayContaining(['EmbeddedFile', 'JavaScript']));
  });

  it('records macros, embedded files and links to outside of an Office document', async () => {
    const found = await inspect(
      zip([
        ...docxParts('x'),
        { name: 'word/vbaProject.bin', body: 'x' },
        { name: 'word/embeddings/a.xlsx', body: 'x' },
        {
          name: 'word/_rels/document.xml.rels',
          body: '<Relationship TargetMode="External" Target="http://198.51.100.1/"/>',
        },
      ]),
    );
    expect(found.activeContent).toEqual(['EmbeddedFile', 'ExternalLink', 'Macro']);
  });
});

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length >> 1);
}

/** One bit of the largest part flipped: the checksum of the part no longer fits. */
function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf('word/document.xml') + 'word/document.xml'.length + 40;
  copy[at]! ^= 1;
  return copy;
}
