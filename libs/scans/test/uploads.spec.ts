import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createHash } from 'node:crypto';
import { sql, UnitOfWork } from '@fubako/platform/database';
import { ObjectStore, ObjectStoreUnavailable } from '@fubako/platform/object-store';
import { SweepQuarantine } from '../src/app/sweep-quarantine';
import { allowedExtensions } from '../src/core/file-types';
import { exe, pdf, png } from './sample-files';
import { CLERK, MAX_BYTES, ScansUnderTest } from './scans-under-test';

describe('POST /uploads', () => {
  let scans: ScansUnderTest;
  beforeAll(async () => {
    scans = await ScansUnderTest.start();
  });
  afterAll(() => scans.stop());

  /** SCN-1: whatever was refused, nothing of it stays: no row, no object, no work folder. */
  const leavesNothing = async (refusal: () => Promise<unknown>): Promise<void> => {
    const before = [await scans.count('upload'), await scans.count('stored_object'), await scans.keysIn('sha256')];
    await refusal();
    expect([await scans.count('upload'), await scans.count('stored_object'), await scans.keysIn('sha256')]).toEqual(
      before,
    );
    expect(await scans.keysIn('quarantine')).toEqual([]);
  };

  it('keeps a PDF byte for byte under its hash and tells what it is', async () => {
    const bytes = await pdf(['one', 'two']);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { status, body } = await scans.send(bytes, { name: '令和８年度 𠮷野・葛\u{E0100}飾 工事（案）.pdf' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      fileName: '令和８年度 𠮷野・葛\u{E0100}飾 工事（案）.pdf',
      mediaType: 'application/pdf',
      bytes: bytes.length,
      sha256,
      pages: 2,
    });
    const [row] = await scans.rows<{ file_name: string; staff_no: string; used_at: Date | null }>(sql`
      select file_name, staff_no, used_at from scans.upload where id = ${body.id}`);
    expect(row).toEqual({ file_name: body.fileName, staff_no: CLERK, used_at: null });
    expect(await scans.keysIn('quarantine')).toEqual([]);
  });

  it('keeps equal bytes of two people once, and never says that they were there already', async () => {
    const bytes = png(11, 7);
    const first = await scans.send(bytes, { name: 'a.png' });
    const objects = await scans.count('stored_object');
    const second = await scans.send(bytes, { name: 'b.png', staffNo: '1002' });
    expect(await scans.count('stored_object')).toBe(objects);
    expect(second).toMatchObject({ status: 201, body: { ...first.body, id: second.body.id, fileName: 'b.png' } });
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('records what could act inside a file without refusing it', async () => {
    const bytes = await pdf(['x'], (document) => document.addJavaScript('main', 'app.alert(1)'));
    const { body } = await scans.send(bytes);
    const [row] = await scans.rows<{ active_content: string[] }>(sql`
      select active_content from scans.stored_object where sha256 = decode(${body.sha256}, 'hex')`);
    expect(row?.active_content).toContain('JavaScript');
  });

  it.each<[string, number, string, Buffer, { name?: string; headers?: Record<string, string> }]>([
    ['an empty file', 422, 'scans.empty-file', Buffer.alloc(0), {}],
    ['a program called .pdf', 422, 'scans.type-mismatch', exe(), {}],
    ['a type that is not allowed', 422, 'scans.type-not-allowed', exe(), { name: '請求書.pdf.exe' }],
    ['a name without extension', 422, 'scans.type-not-allowed', exe(), { name: '請求書' }],
    ['rubbish behind a PDF header', 422, 'scans.broken-file', Buffer.from('%PDF-1.4 rubbish'), {}],
    ['one byte more than the limit', 413, 'scans.too-large', Buffer.alloc(MAX_BYTES + 1), {}],
    ['a name that climbs', 422, 'scans.bad-file-name', Buffer.from('x'), { name: '../../etc/passwd.pdf' }],
    ['a name with NUL', 422, 'scans.bad-file-name', Buffer.from('x'), { name: 'a\0.pdf' }],
    ['a name that turns direction', 422, 'scans.bad-file-name', Buffer.from('x'), { name: '請求書\u202Efdp.exe' }],
    ['no name', 422, 'scans.bad-file-name', Buffer.from('x'), { headers: { 'X-File-Name': '' } }],
    [
      'a name that is no UTF-8',
      422,
      'scans.bad-file-name',
      Buffer.from('x'),
      { headers: { 'X-File-Name': '%ff%fe.pdf' } },
    ],
    [
      'a form instead of raw bytes',
      415,
      'request.unsupported-media-type',
      Buffer.from('x'),
      { headers: { 'Content-Type': 'multipart/form-data' } },
    ],
    [
      'no length',
      411,
      'scans.length-required',
      Buffer.from('%PDF'),
      { headers: { 'Content-Length': '', 'Transfer-Encoding': 'chunked' } },
    ],
  ])('refuses %s with %i %s and keeps nothing', async (_what, status, code, bytes, how) => {
    await leavesNothing(async () => {
      expect(await scans.send(bytes, how)).toMatchObject({ status, body: { status, code } });
    });
  });

  it('names what a renamed file really is, and what to do, in the reader’s language', async () => {
    const japanese = await scans.send(exe(), { headers: { 'Accept-Language': 'ja' } });
    expect(japanese.body.detail).toContain('実行ファイル(.exe)');
    const english = await scans.send(exe(), { headers: { 'Accept-Language': 'en' } });
    expect(english.body.detail).toContain('a program (.exe)');
  });

  it('refuses 200 MB before reading them', async () => {
    const started = performance.now();
    const head = `POST /uploads HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nX-File-Name: a.pdf\r\nContent-Length: ${200 * 1024 * 1024}\r\n\r\n`;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(scans.port, '127.0.0.1', () => socket.write(head));
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('keeps nothing of a sender who hangs up in the middle', async () => {
    await leavesNothing(async () => {
      const head =
        'POST /uploads HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nX-File-Name: a.pdf\r\nContent-Length: 200000\r\n\r\n';
      const socket = connect(scans.port, '127.0.0.1', () => socket.write(head + 'x'.repeat(70_000)));
      await until(async () => (await workFolders()).length > 0);
      socket.destroy();
      await until(async () => (await workFolders()).length === 0);
    });
  });

  it('answers 503 and keeps nothing while the store is down, and works afterwards', async () => {
    const store = scans.get(ObjectStore);
    const put = store.putIfAbsent.bind(store);
    const bytes = await pdf(['three']);
    await leavesNothing(async () => {
      store.putIfAbsent = () => Promise.reject(new ObjectStoreUnavailable('down'));
      expect(await scans.send(bytes)).toMatchObject({ status: 503, body: { code: 'objects.unavailable' } });
      store.putIfAbsent = put;
    });
    expect((await scans.send(bytes)).status).toBe(201);
  });

  it('keeps no row when the database refuses, and nothing in quarantine', async () => {
    const uow = scans.get(UnitOfWork);
    const run = uow.run.bind(uow);
    const uploads = await scans.count('upload');
    uow.run = () => Promise.reject(new Error('the database is gone'));
    const { status } = await scans.send(await pdf(['four']));
    uow.run = run;
    expect(status).toBe(500);
    expect(await scans.count('upload')).toBe(uploads);
    expect(await scans.keysIn('quarantine')).toEqual([]);
  });

  it('takes twelve files of three people at once and mixes none of them up', async () => {
    const files = await Promise.all(
      Array.from({ length: 12 }, (_, n) => pdf(Array.from({ length: n + 1 }, () => `file ${n}`))),
    );
    const answers = await Promise.all(
      files.map((bytes, n) => scans.send(bytes, { name: `${n}.pdf`, staffNo: String(2001 + (n % 3)) })),
    );
    answers.forEach(({ status, body }, n) => {
      expect({ status, ...body }).toMatchObject({
        status: 201,
        fileName: `${n}.pdf`,
        pages: n + 1,
        bytes: files[n]!.length,
      });
      expect(body.sha256).toBe(createHash('sha256').update(files[n]!).digest('hex'));
    });
  });

  it('SCN-40 reads no more than six files of one person at once, and takes the next when one of them is in', async () => {
    const held = Array.from({ length: 6 }, () => {
      const socket = connect(scans.port, '127.0.0.1', () =>
        socket.write(
          'POST /uploads HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nX-File-Name: a.pdf\r\nContent-Length: 200000\r\n\r\nx',
        ),
      );
      return socket.on('error', () => undefined);
    });
    await until(async () => (await workFolders()).length === 6);
    const bytes = png(5, 5);
    expect(await scans.send(bytes, { name: 'a.png' })).toMatchObject({
      status: 429,
      body: { code: 'scans.too-many-at-once', most: 6 },
    });
    expect((await scans.send(bytes, { name: 'a.png', staffNo: '1002' })).status).toBe(201);
    held.forEach((socket) => socket.destroy());
    await until(async () => (await workFolders()).length === 0);
    expect((await scans.send(bytes, { name: 'a.png' })).status).toBe(201);
  });

  it('says how long each stage took', async () => {
    const { timing } = await scans.send(png(6, 5), { name: 'a.png' });
    for (const stage of ['receive', 'hash', 'inspect', 'put', 'readBack', 'row'])
      expect(timing).toMatch(new RegExp(`\\b${stage};dur=\\d`));
  });

  it('SCN-17 clears away the work folders of processes that died, and no others', async () => {
    const [old, young] = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'fubako-work-999999-'))));
    await utimes(old!, new Date(0), new Date(0));
    expect(await scans.get(SweepQuarantine).run()).toBeGreaterThan(0);
    expect(await readdir(tmpdir())).not.toContain(basename(old!));
    expect(await readdir(tmpdir())).toContain(basename(young!));
    await rm(young!, { recursive: true });
  });

  it('leaves no work folder behind', async () => {
    await until(async () => (await workFolders()).length === 0);
  });

  it('says beforehand what may be sent', async () => {
    const response = await fetch(`http://127.0.0.1:${scans.port}/upload-policy`);
    expect(await response.json()).toEqual({ maxBytes: MAX_BYTES, extensions: allowedExtensions });
  });
});

/** Of this process: where files lie while nobody trusts them. */
async function workFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith(`fubako-work-${process.pid}-`));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It did not come true within five seconds.');
}
