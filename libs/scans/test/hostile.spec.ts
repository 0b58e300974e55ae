import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot, Settings } from '@fubako/platform/config';
import { type Sql, sql, UnitOfWork } from '@fubako/platform/database';
import { ObjectHall, type ObjectKey, ObjectStore, StageClock } from '@fubako/platform/object-store';
import { EventBus } from '@fubako/platform/outbox';
import { Objects, Renditions, Uploads } from '@fubako/scans';
import { sendingRefused } from '@fubako/scans/events';
import { DigestObject } from '../src/app/digest-object';
import { EndSending } from '../src/app/end-sending';
import { ScanWaiting } from '../src/app/scan-waiting';
import { Sendings } from '../src/app/sendings';
import { SweepLeftovers } from '../src/app/sweep-leftovers';
import { runChild } from '../src/children/child-process';
import { isolation } from '../src/children/isolation';
import { inWorkFolder } from '../src/children/work-folder';
import { benignFiles, benignNames } from './files/benign-files';
import { benignPdf } from './files/benign-pdf';
import { FakeClamd, findClamd, type Manner, RealClamd } from './files/clamd';
import { hostileImages } from './files/hostile-images';
import { hostileOffice } from './files/hostile-office';
import { hostilePdf } from './files/hostile-pdf';
import { EICAR, hostileTexts } from './files/hostile-texts';
import type { LabelledFile } from './files/labelled-file';
import { activeWordsIn, signatureOf } from './files/other-eyes';
import { signedPdf } from './files/signed-pdf';
import { CLERK, ScansUnderTest } from './scans-under-test';

const FAULTS = ['down', 'slow', 'limit', 'limit-found', 'truncated', 'half', 'chatty', 'hangs-up', 'error'] as const;
/** Files whose way to the page is followed to its end. */
const SHOWN = [
  'hexadecimal',
  'object stream packed twice',
  'another spelling',
  'behind a comment',
  'embedded program',
  'everything is wrong',
  'film player',
  'also a ZIP',
  'may not be printed',
  'signed, then commented',
];
const hostile = [...hostilePdf, ...hostileOffice, ...hostileImages, ...hostileTexts];
const benign = [...benignPdf, ...benignFiles, ...benignNames];
/** As many as the inspection runs at once, and some in the queue behind it. */
const SENDERS = 4;

describe('SCN-30 the files of the set', () => {
  const clamd = new FakeClamd();
  let scans: ScansUnderTest;
  const fates = new Map<LabelledFile, string>();

  beforeAll(async () => {
    scans = await ScansUnderTest.start({ UPLOAD_MAX_BYTES: String(8 * 1024 * 1024), CLAMD: await clamd.start() });
    const waiting = [...hostile, ...benign];
    const sender = async (): Promise<void> => {
      for (let file = waiting.shift(); file; file = waiting.shift()) fates.set(file, await fateOf(file).catch(String));
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
  }, 600_000);
  afterAll(async () => {
    await scans.stop();
    await clamd.stop();
  });

  async function fateOf(file: LabelledFile): Promise<string> {
    const { status, body } = await scans.send(await file.make(), { name: file.name });
    if (status !== 201)
      return [body.code, body.actual ?? body.reason ?? body.fault].filter((word) => word !== undefined).join(' ');
    expect(body.fileName).toBe(file.name);
    const [row] = await scans.rows<{ active_content: string[] }>(sql`
      select active_content from scans.stored_object where sha256 = decode(${body.sha256}, 'hex')`);
    return ['accepted', ...(row?.active_content ?? ['no row'])].join(' ');
  }

  it('are at least a hundred hostile and a hundred benign ones', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(100);
    expect(benign.length).toBeGreaterThanOrEqual(100);
    expect(benign.filter(({ fate }) => !fate.startsWith('accepted'))).toEqual([]);
  });

  it.each(hostile.map((file) => [file.what, file.fate, file] as const))('hostile: %s → %s', (_what, fate, file) => {
    expect(fates.get(file)).toBe(fate);
  });

  it.each(benign.map((file) => [file.what, file.fate, file] as const))('benign: %s → %s', (_what, fate, file) => {
    expect(fates.get(file)).toBe(fate);
  });

  it.each(
    [...hostilePdf, ...benignPdf]
      .filter(({ what }) => SHOWN.some((words) => what.includes(words)))
      .map((file) => [file.what, file] as const),
  )('SCN-10 keep their bytes, and pages show a copy without anything that acts: %s', async (_what, file) => {
    const sent = await file.make();
    const { body } = await scans.send(sent, { name: file.name });
    const sha256 = String(body.sha256);
    await scans.get(Uploads).take(String(body.id), CLERK);
    await scans.get(DigestObject).run(sha256);
    const [original, shown] = [
      await bytesOf(scans.get(Objects).open(sha256)),
      await bytesOf(scans.get(Renditions).openPdf(sha256)),
    ];
    expect(createHash('sha256').update(original).digest('hex')).toBe(sha256);
    expect(original.equals(sent)).toBe(true);
    expect(activeWordsIn(shown)).toEqual([]);
    expect((await scans.get(Renditions).of([sha256])).get(sha256)).toMatchObject({
      rendition: 'ready',
      pages: 1,
      activeContent: file.fate.split(' ').slice(1),
    });
  });

  it('SCN-10 a signature stays valid on its way through', async () => {
    const sent = signedPdf();
    const { body } = await scans.send(sent, { name: '契約書(電子署名済).pdf' });
    const back = await bytesOf(scans.get(Objects).open(String(body.sha256)));
    for (const bytes of [sent, back]) expect(signatureOf(bytes)).toContain('Signature is Valid');
    expect(back.equals(sent)).toBe(true);
  });

  describe('SCN-32 and the virus scanner', () => {
    const kept = async (): Promise<number[]> => [await scans.count('upload'), await scans.count('stored_object')];
    const waiting = () => scans.get(Sendings).mine(CLERK, 'ja');
    const set = (values: object) => Object.assign(scans.get(Settings).values, values);
    const silent = async (manner: Manner, bytes: Buffer, name: string) => {
      Object.assign(clamd, { manner });
      set({ CLAMD_TIMEOUT_MS: 300 });
      const { status, body } = await scans.send(bytes, { name });
      expect([status, body.code]).toEqual([503, 'scans.scan-waiting']);
      expect(await scans.get(ScanWaiting).run()).toBe(0);
    };
    const honest = (): void => {
      clamd.manner = 'honest';
      set({ CLAMD_TIMEOUT_MS: 60_000 });
    };
    afterEach(honest);

    it.each(FAULTS)('H6 "%s" lets nothing in: the file waits, is seen to wait, and comes in later', async (manner) => {
      const before = await kept();
      await silent(manner, Buffer.from(`held back: ${manner}`), `${manner}.txt`);
      expect(await kept()).toEqual(before);
      const [sending] = await waiting();
      expect(sending).toMatchObject({ fileName: `${manner}.txt`, waitingSince: expect.any(String) });
      honest();
      expect(await scans.get(ScanWaiting).run()).toBe(1);
      expect(await kept()).toEqual(before.map((count) => count + 1));
      const [passed] = await waiting();
      expect(passed).toMatchObject({ id: sending?.id, uploadId: expect.any(String), pieces: [] });
      const ending = { staffNo: CLERK, sendingId: String(sending?.id), digest: null };
      expect(await scans.get(EndSending).run(ending, new StageClock())).toMatchObject({ fileName: `${manner}.txt` });
      await scans.get(Uploads).take(String(passed?.uploadId), CLERK);
      expect([await waiting(), await scans.keysIn(ObjectHall.quarantine)]).toEqual([[], []]);
    });

    it('one that says "OK" before it heard everything said nothing', async () => {
      const before = await kept();
      await silent('early', Buffer.alloc(6 * 1024 * 1024, 'a'), 'early.txt');
      expect(await kept()).toEqual(before);
      honest();
      expect(await scans.get(ScanWaiting).run()).toBe(1);
      const [passed] = await waiting();
      await scans.get(Uploads).take(String(passed?.uploadId), CLERK);
    });

    /** What senders are told, as it is announced. */
    const told: object[] = [];
    beforeAll(() =>
      scans.get(EventBus).inUnit(sendingRefused, (events) => {
        told.push(...events.map(({ payload }) => payload));
        return Promise.resolve();
      }),
    );
    beforeEach(() => (told.length = 0));
    const dismiss = async (id: unknown): Promise<void> => {
      expect((await scans.ask('DELETE', `/sendings/${String(id)}`)).status).toBe(204);
      expect(await waiting()).toEqual([]);
    };

    it('what waited and turns out to be infected is gone; its sender sees why, and is told once', async () => {
      const before = await kept();
      await silent('slow', Buffer.from(`${EICAR} waited`), 'late.txt');
      const [held] = await waiting();
      expect(held).toMatchObject({ waitingSince: expect.any(String), refusal: null });
      honest();
      expect(await scans.get(ScanWaiting).run()).toBe(0);
      expect([await kept(), await scans.keysIn(ObjectHall.quarantine)]).toEqual([before, []]);
      const [refused, ...others] = await waiting();
      expect(others).toEqual([]);
      expect(refused).toMatchObject({ id: held?.id, fileName: 'late.txt', uploadId: null, received: 0, pieces: [] });
      expect(refused?.refusal).toMatchObject({ code: 'scans.infected', title: 'ウイルスが見つかりました' });
      expect(refused?.refusal?.detail).toMatch(/「Eicar-Test」.*情報システムの担当へ連絡してください/u);
      const english = await scans.ask('GET', '/sendings', { headers: { 'Accept-Language': 'en' } });
      expect(english.body.items).toMatchObject([{ refusal: { title: 'A virus was found' } }]);
      expect((await scans.ask('GET', '/sendings', { staffNo: '1002' })).body).toEqual({ items: [] });
      const refusal = { code: 'scans.infected', facts: { found: 'Eicar-Test' } };
      const once = [{ sendingId: held?.id, staffNo: CLERK, fileName: 'late.txt', refusal }];
      expect(told).toEqual(once);

      // Asked again, the end answers the same; no further piece comes in, nobody is told again.
      expect(await scans.get(ScanWaiting).run()).toBe(0);
      const ending = { staffNo: CLERK, sendingId: String(held?.id), digest: null };
      await expect(scans.get(EndSending).run(ending, new StageClock())).rejects.toMatchObject({
        code: 'scans.infected',
        facts: { found: 'Eicar-Test' },
      });
      const bytes = Buffer.from(`${EICAR} waited`);
      const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(bytes.length) };
      const piece = await scans.ask('PUT', `/sendings/${String(held?.id)}/pieces/0`, { bytes, headers });
      expect([piece.status, piece.body.code]).toEqual([409, 'scans.piece-out-of-turn']);
      expect(told).toEqual(once);
      await dismiss(held?.id);
    });

    it('what waited and is refused for anything else says that', async () => {
      await silent('down', Buffer.from('as long as this was text'), 'later.txt');
      const [held] = await waiting();
      // Stands for a rule of the gate that came while the file waited.
      const uow = scans.get(UnitOfWork);
      await uow.run(() => uow.change(sql`update scans.sending set file_name = 'later.pdf' where id = ${held?.id}`));
      honest();
      expect(await scans.get(ScanWaiting).run()).toBe(0);
      const [refused] = await waiting();
      expect(refused).toMatchObject({
        refusal: { code: 'scans.type-mismatch', title: 'ファイル名と中身が合いません' },
      });
      expect(told).toMatchObject([{ fileName: 'later.pdf', refusal: { code: 'scans.type-mismatch' } }]);
      await dismiss(held?.id);
    });

    it('what waited for a day without an answer ends, and its sender is told; the news of it goes a day later', async () => {
      await silent('down', Buffer.from('never scanned'), 'never.txt');
      const [held] = await waiting();
      const uow = scans.get(UnitOfWork);
      const age = (column: Sql) =>
        uow.run(() =>
          uow.change(sql`update scans.sending set ${column} = now() - interval '25 hours' where id = ${held?.id}`),
        );
      await age(sql`started_at`);
      expect((await scans.get(SweepLeftovers).run()).sendings).toBe(1);
      expect((await waiting())[0]?.refusal).toMatchObject({ code: 'scans.never-scanned' });
      expect(told).toMatchObject([{ staffNo: CLERK, refusal: { code: 'scans.never-scanned' } }]);
      expect((await scans.get(SweepLeftovers).run()).sendings).toBe(0);
      await age(sql`refused_at`);
      expect((await scans.get(SweepLeftovers).run()).sendings).toBe(1);
      expect(await waiting()).toEqual([]);
      for (const key of await scans.keysIn(ObjectHall.quarantine))
        await scans.get(ObjectStore).delete(key as ObjectKey);
    });

    it('a real clamd finds EICAR, passes what is clean, and lets what is over its limit wait', async () => {
      const real = new RealClamd();
      const { CLAMD: fake } = scans.get(Settings).values;
      try {
        set({ CLAMD: await real.start(findClamd() ?? 'clamd is not installed') });
        expect((await scans.send(Buffer.from(EICAR), { name: 'eicar.txt' })).body.code).toBe('scans.infected');
        expect((await scans.send(Buffer.from('clean for a real one'), { name: 'a.txt' })).status).toBe(201);
        const large = await scans.send(Buffer.alloc(2 * 1024 * 1024, 'x'), { name: 'large.txt' });
        expect([large.status, large.body.code]).toEqual([503, 'scans.scan-waiting']);
      } finally {
        set({ CLAMD: fake });
        await real.stop();
      }
      expect(await scans.get(ScanWaiting).run()).toBe(1);
    });
  });

  it('leave nothing in quarantine, and an object only for what was accepted', async () => {
    expect(await scans.keysIn(ObjectHall.quarantine)).toEqual([]);
    expect(await scans.keysIn(ObjectHall.content)).toHaveLength(await scans.count('stored_object'));
  });
});

async function bytesOf(open: Promise<{ stream: NodeJS.ReadableStream }>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of (await open).stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

describe('SCN-8 a child process sends no packet', () => {
  const server = createServer((socket) => socket.destroy());
  let guests = 0;
  beforeAll(
    () =>
      new Promise<void>((resolve) =>
        server.on('connection', () => (guests += 1)).listen(0, '127.0.0.1', () => resolve()),
      ),
  );
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const CALL = (port: number) => `
    try {
      require('net').connect(${port}, '127.0.0.1').on('connect', () => say('connected')).on('error', () => say('no way out'));
    } catch { say('no way out'); }
    function say(text) { process.stdout.write(text, () => process.exit(0)); }`;
  const called = (before: string): Promise<string> =>
    inWorkFolder((folder) =>
      runChild({
        program: process.execPath,
        args: [
          '--require',
          join(projectRoot, 'test', 'setup', 'typescript-child.cjs'),
          '-e',
          `${before}${CALL((server.address() as AddressInfo).port)}`,
        ],
        folder,
        timeoutMs: 20_000,
        maxOutputBytes: 1024,
      }),
    );

  it('whatever program it runs, where the system makes namespaces; else only the operator keeps it in', async () => {
    const outcome = isolation().length > 0 ? 'no way out' : 'connected';
    expect(await called('')).toBe(outcome);
    expect(guests).toBe(outcome === 'connected' ? 1 : 0);
  });

  it('when it is one of ours, wherever it runs', async () => {
    const before = guests;
    const place = join(projectRoot, 'libs', 'scans', 'src', 'children', 'no-network.ts');
    expect(await called(`require(${JSON.stringify(place)}).withoutNetwork();`)).toBe('no way out');
    expect(guests).toBe(before);
  });
});
