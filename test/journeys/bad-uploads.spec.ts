import { readdirSync, readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Settings } from '@fubako/platform/config';
import { deliverOwed } from './deliver';
import type { OpenApi } from './open-api-operations';
import { eventually } from '../support/eventually';
import { expectRefusal, reader, rowCounts } from './refusals';
import { CONTRACT_FIELDS, type Answer, type Person, type Town, openTown } from './town';

let town: Town;
let hara: Person;
let sound: Buffer;
beforeAll(async () => {
  town = await openTown();
  hara = await town.as('hara');
  const document = await PDFDocument.create();
  for (let page = 0; page < 3; page++) document.addPage().drawSquare({ x: 50, y: 50, size: 100 + page });
  sound = Buffer.from(await document.save());
});
afterAll(() => town?.close());

/** Every file under the data folder: what a refused upload must not add to. */
const files = (): string[] =>
  readdirSync(town.app.get(Settings).values.FUBAKO_DATA, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

/** Work folders of this process: where a file lies while nobody trusts it. */
const untrusted = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`fubako-work-${process.pid}-`));

const send = (bytes: Uint8Array, headers: Record<string, string>) => (language: 'ja' | 'en') =>
  hara.request('POST', '/uploads', Buffer.from(bytes), {
    headers: { 'Content-Type': 'application/octet-stream', ...reader(language).headers, ...headers },
  });
const named = (name: string) => ({ 'X-File-Name': encodeURIComponent(name) });

async function expectNothingKept(check: () => Promise<unknown>): Promise<void> {
  const before = files();
  await check();
  expect(files()).toEqual(before);
}

/** A request whose body the test writes as it likes. */
function open(headers: Record<string, string | number>) {
  const outgoing = request(`${town.url}/api/v1/uploads`, {
    method: 'POST',
    headers: {
      Cookie: hara.cookie,
      'Content-Type': 'application/octet-stream',
      'Sec-Fetch-Site': 'same-origin',
      ...headers,
    },
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) =>
    outgoing.on('response', resolve).on('error', reject),
  );
  return { outgoing, answer };
}

describe('files that are not taken', () => {
  it.each([
    ['an empty file', '空.pdf', () => Buffer.alloc(0), 'scans.empty-file'],
    ['a program called a PDF', '請求書.pdf', () => exe(), 'scans.type-mismatch'],
    ['a truncated PDF', '契約書.pdf', () => sound.subarray(0, sound.length - 200), 'scans.broken-file'],
    ['half a PDF', '契約書.pdf', () => sound.subarray(0, sound.length / 2), 'scans.broken-file'],
    ['a PDF without its beginning', '契約書.pdf', () => sound.subarray(100), 'scans.type-mismatch'],
    ['a program', '便利.exe', () => exe(), 'scans.type-not-allowed'],
    ['a page of script', 'お知らせ.html', () => Buffer.from('<script>1</script>'), 'scans.type-not-allowed'],
    ['a name without extension', 'README', () => sound, 'scans.type-not-allowed'],
  ])('%s', async (_, name, bytes, code) => {
    await expectNothingKept(() => expectRefusal(town, send(bytes(), named(name)), { status: 422, code }));
  });

  it.each([
    ['no name', {}],
    ['an empty name', { 'X-File-Name': '' }],
    ['NUL', named('見積\0.pdf')],
    ['a way up', named('../../etc/passwd.pdf')],
    ['a Windows path', named('C:\\temp\\a.pdf')],
    ['a bidi override', named('見積\u202Efdp.exe.pdf')],
    ['a line break', named('a\nb.pdf')],
    ['broken percent encoding', { 'X-File-Name': '%E3%81.pdf' }],
    ['dots alone', named('..')],
    ['300 characters', named(`${'長'.repeat(300)}.pdf`)],
  ])('a file name with %s', async (_, headers) => {
    await expectNothingKept(() =>
      expectRefusal(town, send(sound, headers as Record<string, string>), { status: 422, code: 'scans.bad-file-name' }),
    );
  });

  it('a body of another kind', async () => {
    await expectRefusal(town, send(sound, { ...named('a.pdf'), 'Content-Type': 'multipart/form-data; boundary=x' }), {
      status: 415,
      code: 'request.unsupported-media-type',
    });
  });
});

describe('sizes that are announced, and lies about them', () => {
  it('200 MB is refused by its announcement, before a byte of it is sent', async () => {
    const before = { rows: await rowCounts(town), files: files() };
    const { outgoing, answer } = open({ ...named('巨大.pdf'), 'Content-Length': 200 * 1024 * 1024 });
    outgoing.flushHeaders();
    const response = await answer;
    expect(response.statusCode).toBe(413);
    expect(JSON.parse(await text(response))).toMatchObject({ code: 'scans.too-large', maxBytes: 100 * 1024 * 1024 });
    outgoing.destroy();
    expect({ rows: await rowCounts(town), files: files() }).toEqual(before);
  });

  it('a body without a length is refused', async () => {
    const { outgoing, answer } = open({ ...named('長さ不明.pdf'), 'Transfer-Encoding': 'chunked' });
    outgoing.end(sound);
    const response = await answer;
    expect(response.statusCode).toBe(411);
    expect(JSON.parse(await text(response)).code).toBe('scans.length-required');
  });

  it('a sender who announces more than comes leaves nothing behind', async () => {
    const before = { rows: await rowCounts(town), files: files() };
    const { outgoing, answer } = open({ ...named('途中.pdf'), 'Content-Length': sound.length + 1000 });
    answer.catch(() => undefined);
    outgoing.write(sound);
    await eventually(untrusted, (now) => now.length > 0);
    outgoing.destroy();
    await eventually(untrusted, (now) => now.length === 0);
    expect({ rows: await rowCounts(town), files: files() }).toEqual(before);
    expect((await hara.upload('健在.pdf', sound)).status).toBe(201);
  });

  it('a sender who announces less than comes gets nothing kept, and the rest is no request', async () => {
    const before = files();
    const { port } = new URL(town.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.end(
      Buffer.concat([
        Buffer.from(
          `POST /api/v1/uploads HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${hara.cookie}\r\nSec-Fetch-Site: same-origin\r\n` +
            `Content-Type: application/octet-stream\r\nX-File-Name: short.pdf\r\nContent-Length: 100\r\n\r\n`,
        ),
        sound,
      ]),
    );
    const answers = await text(socket);
    expect(answers).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answers).not.toMatch(/^HTTP\/1\.1 [235]/m);
    await eventually(files, (now) => now.length === before.length);
    expect(files()).toEqual(before);
  });
});

describe('taking a file into a document', () => {
  it('an upload of somebody else, of nobody, or taken already is refused', async () => {
    const { body: upload } = await hara.upload('仕様書.pdf', sound);
    const draft = async (person: Person): Promise<string> =>
      (await person.post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS })).body.id;
    const [mine, hers] = [await draft(hara), await draft(await town.as('s1097'))];
    const attach =
      (person: Person, id: string, uploadId: string) =>
      (l: 'ja' | 'en'): Promise<Answer> =>
        person.post(`/documents/${id}/attachments`, { uploadId }, reader(l));
    const stranger = await town.as('s1097');
    await expectRefusal(town, attach(stranger, hers, upload.id), { status: 404, code: 'scans.unknown-upload' });
    await expectRefusal(town, attach(hara, mine, crypto.randomUUID()), { status: 404, code: 'scans.unknown-upload' });
    expect((await attach(hara, mine, upload.id)('ja')).status).toBe(201);
    await expectRefusal(town, attach(hara, mine, upload.id), { status: 409, code: 'scans.upload-used' });
  });
});

describe('what people sent, on its way out', () => {
  const demanded = (headers: Headers) =>
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });

  it('can neither run nor be cached, and the page gets a copy without what acts', async () => {
    const document = await PDFDocument.load(sound);
    document.addJavaScript('main', 'app.alert(1)');
    const acting = Buffer.from(await document.save());
    const { body: upload } = await hara.upload('葛\u{E0100}城 計画.pdf', acting);
    const { body: draft } = await hara.post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS });
    expect((await hara.post(`/documents/${draft.id}/attachments`, { uploadId: upload.id })).status).toBe(201);
    await deliverOwed(town, 'scans.');
    const { body } = await hara.get(`/documents/${draft.id}`);
    const [attachment] = body.attachments;
    expect(attachment).toMatchObject({ rendition: 'ready', activeContent: ['JavaScript'] });
    const original = await hara.bytes(attachment.originalUrl.replace('/api/v1', ''));
    const shown = await hara.bytes(attachment.pdfUrl.replace('/api/v1', ''));
    expect(original.bytes.equals(acting)).toBe(true);
    expect(shown.bytes.toString('latin1')).not.toMatch(/\/(JS|JavaScript)\b/);
    for (const { headers } of [original, shown]) {
      demanded(headers);
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'self'");
    }
    expect(original.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('葛\u{E0100}城 計画.pdf')}`,
    );
  });

  it('goes under these headers on every path that answers with a file', async () => {
    const { paths } = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as OpenApi;
    const files = Object.entries(paths).flatMap(([path, { get }]) =>
      get && !get.responses?.['200']?.content?.['application/json'] ? [path] : [],
    );
    expect(files.length).toBeGreaterThan(20);
    for (const path of files.filter((one) => !one.endsWith('/events'))) {
      const place = path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, crypto.randomUUID());
      const { headers } = await hara.bytes(place);
      demanded(headers);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(path.endsWith('.pdf') ? /^default-src 'none';/ : /^sandbox; default-src 'none';/);
    }
  });
});

function exe(): Buffer {
  const bytes = Buffer.alloc(1024);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.write('PE\0\0', 0x80, 'latin1');
  return bytes;
}
