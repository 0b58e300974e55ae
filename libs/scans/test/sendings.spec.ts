import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { sql, UnitOfWork } from '@fubako/platform/database';
import { ObjectStore, ObjectStoreUnavailable } from '@fubako/platform/object-store';
import { SweepLeftovers } from '../src/app/sweep-leftovers';
import { digestOfPieces, PIECE_BYTES } from '../src/core/pieces';
import { exe } from './sample-files';
import { type Answer, CLERK, ScansUnderTest } from './scans-under-test';

const MB = 1024 * 1024;

describe('SCN-41 a file in pieces', () => {
  let scans: ScansUnderTest;
  beforeAll(async () => {
    scans = await ScansUnderTest.start({ UPLOAD_MAX_BYTES: String(32 * MB), STORE_QUOTA_BYTES: String(45 * MB) });
  });
  afterAll(() => scans.stop());

  const json = (method: string, path: string, body: object, staffNo = CLERK): Promise<Answer> => {
    const bytes = Buffer.from(JSON.stringify(body));
    return scans.ask(method, path, { bytes, staffNo, headers: { 'Content-Type': 'application/json' } });
  };
  const start = (fileName: string, bytes: number, staffNo = CLERK) =>
    json('POST', '/sendings', { fileName, bytes }, staffNo);
  const put = (id: unknown, n: number, bytes: Buffer, headers: Record<string, string> = {}): Promise<Answer> =>
    scans.ask('PUT', `/sendings/${String(id)}/pieces/${n}`, {
      bytes,
      headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': String(bytes.length), ...headers },
    });
  const end = (id: unknown, digest?: string) => json('POST', `/sendings/${String(id)}/end`, digest ? { digest } : {});
  const piece = (file: Buffer, n: number) => file.subarray(n * PIECE_BYTES, (n + 1) * PIECE_BYTES);
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const text = (bytes: number) => Buffer.from(randomBytes(bytes / 2).toString('hex'));

  it('goes on where a broken connection stopped, and is the same file at the end', async () => {
    const file = text(19 * MB);
    const pieces = [0, 1, 2].map((n) => piece(file, n));
    const { status, body: begun } = await start('議事録.txt', file.length);
    expect({ status, ...begun }).toMatchObject({ status: 201, received: 0, pieceBytes: PIECE_BYTES, pieces: [] });
    expect(await put(begun.id, 0, pieces[0]!)).toMatchObject({ status: 200, body: { received: PIECE_BYTES } });

    // The second piece breaks off in the middle.
    const head = `PUT /sendings/${String(begun.id)}/pieces/1 HTTP/1.1\r\nHost: x\r\nX-Staff-No: ${CLERK}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${PIECE_BYTES}\r\n\r\n`;
    await new Promise<void>((resolve) => {
      const socket = connect(scans.port, '127.0.0.1', () => {
        socket.write(head);
        socket.write(pieces[1]!.subarray(0, 3 * MB), () => socket.destroy());
      });
      socket.once('close', () => resolve());
    });
    const { body: asked } = await scans.ask('GET', `/sendings/${String(begun.id)}`);
    expect(asked).toMatchObject({ received: PIECE_BYTES, pieces: [sha256(pieces[0]!)] });

    expect((await end(begun.id)).body).toMatchObject({ code: 'scans.sending-incomplete' });
    for (const n of [1, 2]) expect((await put(begun.id, n, pieces[n]!)).status).toBe(200);
    const { body: upload } = await end(begun.id, digestOfPieces(pieces.map(sha256)));
    expect(upload).toMatchObject({ fileName: '議事録.txt', bytes: file.length, sha256: sha256(file) });
    // A second answer to a second asking, and nothing of the pieces is left.
    expect((await end(begun.id)).body).toEqual(upload);
    expect(await scans.keysIn('quarantine')).toEqual([]);
    expect((await scans.ask('GET', '/sendings')).body).toEqual({ items: [] });
  });

  it('takes the end asked for by five at once for one upload', async () => {
    const file = text(MB);
    const { body } = await start('a.txt', file.length);
    await put(body.id, 0, file);
    const uploads = await scans.count('upload');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => end(body.id)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(await scans.count('upload')).toBe(uploads + 1);
  });

  it.each<[string, (id: unknown, file: Buffer) => Promise<Answer>, number, string]>([
    ['a piece that is not next', (id, file) => put(id, 1, piece(file, 1)), 409, 'scans.piece-out-of-turn'],
    ['a piece of another size', (id) => put(id, 0, Buffer.alloc(10)), 409, 'scans.piece-out-of-turn'],
    ['a piece below nought', (id) => put(id, -1, Buffer.alloc(10)), 409, 'scans.piece-out-of-turn'],
    [
      'a piece that changed on its way',
      (id, file) =>
        put(id, 0, piece(file, 0), { 'Content-Digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:` }),
      422,
      'scans.piece-changed',
    ],
    [
      'a form',
      (id, file) => put(id, 0, piece(file, 0), { 'Content-Type': 'text/plain' }),
      415,
      'request.unsupported-media-type',
    ],
  ])('refuses %s and keeps nothing of it', async (_what, send, status, code) => {
    const file = text(9 * MB);
    const { body } = await start('a.txt', file.length);
    const answer = await send(body.id, file);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(await scans.keysIn('quarantine')).toEqual([]);
    expect((await scans.ask('DELETE', `/sendings/${String(body.id)}`)).status).toBe(204);
  });

  it('a piece that says what it is and is that is taken', async () => {
    const file = text(MB);
    const { body } = await start('a.txt', file.length);
    const digest = `sha-256=:${createHash('sha256').update(file).digest('base64')}:`;
    expect((await put(body.id, 0, file, { 'Content-Digest': digest })).status).toBe(200);
    expect((await end(body.id, '0'.repeat(64))).body).toMatchObject({ code: 'scans.sending-changed' });
    // What is not the file that its sender has can never become it.
    expect((await scans.ask('GET', `/sendings/${String(body.id)}`)).status).toBe(404);
    expect(await scans.keysIn('quarantine')).toEqual([]);
  });

  it.each<[string, string, number, number, string]>([
    ['over the limit', 'a.pdf', 33 * MB, 413, 'scans.too-large'],
    ['of no bytes', 'a.pdf', 0, 422, 'scans.empty-file'],
    ['of a kind that is not allowed', 'a.exe', 10, 422, 'scans.type-not-allowed'],
    ['with a name that climbs', '../a.pdf', 10, 422, 'scans.bad-file-name'],
    ['with half a letter in its name', '\ud800.pdf', 10, 422, 'scans.bad-file-name'],
    ['for which there is no room', 'a.pdf', 31 * MB, 507, 'scans.quota-exceeded'],
  ])('refuses a file %s before its bytes are sent', async (_what, name, bytes, status, code) => {
    expect(await start(name, bytes)).toMatchObject({ status, body: { code } });
    expect((await scans.ask('GET', '/sendings')).body).toEqual({ items: [] });
  });

  it('belongs to its sender; for others it does not exist', async () => {
    const { body } = await start('a.txt', 10);
    const path = `/sendings/${String(body.id)}`;
    for (const [method, below] of [
      ['GET', ''],
      ['DELETE', ''],
      ['PUT', '/pieces/0'],
    ] as const) {
      const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': '0' };
      const answer = await scans.ask(method, path + below, { staffNo: '1002', headers });
      expect(answer).toMatchObject({ status: 404, body: { code: 'scans.unknown-sending' } });
    }
    expect((await json('POST', `${path}/end`, {}, '1002')).status).toBe(404);
    expect((await scans.ask('GET', '/sendings', { staffNo: '1002' })).body).toEqual({ items: [] });
    expect((await scans.ask('GET', `/sendings/${randomUUID()}`)).status).toBe(404);
    await scans.ask('DELETE', path);
  });

  it('gives up what can never be taken, and keeps what may be taken later', async () => {
    const program = exe();
    const { body: wrong } = await start('請求書.pdf', program.length);
    await put(wrong.id, 0, program);
    expect((await end(wrong.id)).body).toMatchObject({ code: 'scans.type-mismatch' });
    expect((await scans.ask('GET', `/sendings/${String(wrong.id)}`)).status).toBe(404);

    const store = scans.get(ObjectStore);
    const file = text(1000);
    const { body: right } = await start('a.txt', file.length);
    await put(right.id, 0, file);
    const whole = store.putIfAbsent.bind(store);
    store.putIfAbsent = () => Promise.reject(new ObjectStoreUnavailable('down'));
    expect((await end(right.id)).status).toBe(503);
    store.putIfAbsent = whole;
    expect((await end(right.id)).body).toMatchObject({ sha256: sha256(file) });
    expect(await scans.keysIn('quarantine')).toEqual([]);
  });

  it('a person has at most twenty half-sent files', async () => {
    const staffNo = '1003';
    for (let n = 0; n < 20; n += 1) expect((await start(`${n}.txt`, 10, staffNo)).status).toBe(201);
    expect(await start('20.txt', 10, staffNo)).toMatchObject({
      status: 409,
      body: { code: 'scans.too-many-sendings', most: 20 },
    });
    expect((await start('20.txt', 10)).status).toBe(201);
  });

  it('SCN-17 goes after a day', async () => {
    const uow = scans.get(UnitOfWork);
    const { body } = await start('old.txt', 10);
    await put(body.id, 0, text(10));
    await uow.run(() =>
      uow.change(sql`update scans.sending set started_at = now() - interval '25 hours' where id = ${body.id}`),
    );
    expect((await scans.get(SweepLeftovers).run()).sendings).toBe(1);
    expect((await scans.ask('GET', `/sendings/${String(body.id)}`)).status).toBe(404);
    const [left] = await scans.rows<{ n: number }>(sql`
      select count(*)::int as n from scans.sending_piece where sending_id = ${body.id}`);
    expect(left?.n).toBe(0);
  });
});
