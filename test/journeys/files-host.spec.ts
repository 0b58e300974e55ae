import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@fubako/platform/embedded-postgres';
import { JobRegistry } from '@fubako/platform/jobs';
import { contentKey } from '@fubako/platform/object-store';
import { type Person, type Town, approveBy, openTown, signIn, submitContract } from './town';

/** SCN-45 (ADR 0076): originals leave under a second host name, once, within a minute, while the session stands. */
const WORDS = '<html><script>alert(document.domain)</script>渡邉氏の見積り';
const NAME = '見積り 1.txt';

let town: Town;
let files: string;
let hara: Person;
let documentId: string;
let original: string;
beforeAll(async () => {
  const PORT = String(await freePort());
  files = `http://localhost:${PORT}`;
  town = await openTown('2026-05-11T00:00:00Z', {}, { PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}`, FILES_URL: files });
  hara = await town.as('hara');
  documentId = await submitContract(town, { attributes: { confidentiality: 'personnel' } });
  original = await attachedTo(hara, WORDS);
  const drafted = `/documents/${original.split('/')[2]}`;
  const { body } = await hara.get(drafted);
  expect((await hara.post(`${drafted}/submissions`, { expectedVersion: body.version })).status).toBe(201);
});
afterAll(() => town?.close());

/** A draft with a file. @returns the path of its original */
async function attachedTo(person: Person, words: string): Promise<string> {
  const fields = { subject: '控えの件', addressee: '区長会長', body: '次のとおり。' };
  const attributes = { confidentiality: 'personnel' };
  const { body: draft } = await person.post('/documents', { matterType: 'notice', fields, attributes });
  const upload = await person.upload(NAME, Buffer.from(words));
  const { body } = await person.post(`/documents/${draft.id}/attachments`, { uploadId: upload.body.id });
  return `/documents/${draft.id}/attachments/${body.id}/original`;
}

const ask = (path: string, { cookie }: Person = hara) =>
  fetch(`${town.url}/api/v1${path}`, { headers: { Cookie: cookie }, redirect: 'manual' });
/** Where the answer leads to. */
async function led(path = original, person: Person = hara): Promise<string> {
  const answer = await ask(path, person);
  expect([answer.status, await answer.text()]).toEqual([303, '']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return answer.headers.get('location') ?? '';
}
async function refused(address: string, init: RequestInit = {}): Promise<void> {
  const answer = await fetch(address, { redirect: 'manual', ...init });
  expect([address, answer.status, await answer.text()]).toEqual([address, 404, '']);
  expect(answer.headers.get('set-cookie')).toBeNull();
}
const rows = <T = any>(text: string): Promise<T[]> => town.database.dataSource.query(text);
const count = async () => (await rows('select count(*)::int as n from scans.download'))[0].n;
const readings = async () =>
  (
    await rows(
      `select convert_from(canonical, 'UTF8')::jsonb->'facts'->>'means' as means from ledger.entry where kind = 'ledger.read'`,
    )
  ).map(({ means }) => means);

describe('an original under the second host name', () => {
  it('SCN-45 comes byte for byte, as a download that nothing runs in, and its reading is entered once', async () => {
    const before = (await readings()).length;
    const address = await led();
    expect(address).toMatch(new RegExp(`^${files}/document/[\\w-]{43}$`));
    const answer = await fetch(address);
    expect([answer.status, await answer.text()]).toEqual([200, WORDS]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(NAME)}`,
      'content-length': String(Buffer.byteLength(WORDS)),
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await readings()).length - before).toBe(1);
  });

  it('SCN-45 comes once, however many ask at the same time', async () => {
    const address = await led();
    const answers = await Promise.all(Array.from({ length: 8 }, () => fetch(address)));
    const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other);
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 404)]);
    await refused(address);
  });

  it('SCN-45 is kept as a digest alone, which readers have no right to see', async () => {
    const address = await led();
    const capability = address.slice(-43);
    const [row] = await rows(
      `select encode(capability_sha256, 'hex') as digest, d::text as line from scans.download d`,
    );
    expect(row.digest).toBe(createHash('sha256').update(capability).digest('hex'));
    expect(row.line).not.toContain(capability);
    const [{ may }] = await rows(
      `select has_any_column_privilege('fubako_api', 'scans.download', 'select, insert, update') as may`,
    );
    expect(may).toBe(false);
    await fetch(address);
    expect(await count()).toBe(0);
  });

  it('SCN-45 does not come after a minute', async () => {
    const [early, late] = [await led(), await led()];
    const begun = (await town.clock.now()).getTime();
    town.clock.set(new Date(begun + 59_999));
    expect((await fetch(early)).status).toBe(200);
    town.clock.set(new Date(begun + 60_000));
    await refused(late);
  });

  it('SCN-45 does not come when the session has ended that asked, and no other opens it', async () => {
    const other = await signIn(town.url, 'hara');
    const address = await led(original, other);
    expect((await other.delete('/session')).status).toBe(204);
    await refused(address, { headers: { Cookie: hara.cookie } });
    expect((await fetch(await led())).status).toBe(200);
  });

  it('SCN-45 comes for its purpose alone, and not by asking for its head', async () => {
    const address = await led();
    await refused(address.replace('/document/', '/receipt/'));
    await refused(`${address}?as=inline`);
    await refused(address, { method: 'HEAD' });
    await refused(address, { method: 'POST' });
    const atFirst = await fetch(address.replace(files, town.url), { headers: { Cookie: hara.cookie } });
    expect(await atFirst.text()).not.toContain('渡邉');
    expect((await fetch(address)).status).toBe(200);
  });

  it('SCN-45 is refused before anything is issued to whoever may not have it', async () => {
    await rows('delete from scans.download');
    const stranger = await town.as('s1011');
    expect((await ask(original, stranger)).status).toBe(404);
    expect((await fetch(`${town.url}/api/v1${original}`, { redirect: 'manual' })).status).toBe(401);
    expect(await count()).toBe(0);
  });

  it('SCN-45 is taken out of receipts and of what was opened for a reason in the same way', async () => {
    const clerk = await town.as('s1055');
    const upload = await clerk.upload(NAME, Buffer.from(`${WORDS}!`));
    const receipt = { section: 'S31', subject: '研修会の開催について(通知)', sender: '県社会福祉協議会' };
    const { body } = await clerk.post('/receipts', receipt);
    const attached = await clerk.post(`/receipts/${body.id}/attachments`, { uploadId: upload.body.id });
    const address = await led(attached.body.attachments[0].originalUrl.replace('/api/v1', ''), clerk);
    expect(address).toMatch(/\/receipt\/[\w-]{43}$/);
    expect(await (await fetch(address)).text()).toBe(`${WORDS}!`);

    const officer = await town.as('chiba');
    const of = original.split('/')[2];
    const { body: opening } = await officer.post('/search/openings', { documentId: of, reason: '開示請求のため' });
    const taken = await led(`/search/openings/${opening.id}/attachments/${original.split('/')[4]}`, officer);
    expect(taken).toMatch(/\/opening\/[\w-]{43}$/);
    expect(await (await fetch(taken)).text()).toBe(WORDS);
  });

  it('SCN-45 says in words, where it was asked for, that a file is damaged', async () => {
    const path = await attachedTo(hara, '壊れる控え');
    const digest = createHash('sha256').update('壊れる控え').digest('hex');
    const place = join(town.settings.values.FUBAKO_DATA, 'objects', contentKey(digest as never));
    const sound = readFileSync(place);
    const address = await led(path);
    writeFileSync(
      place,
      sound.map((byte) => byte ^ 1),
    );
    const answer = await ask(path);
    expect([answer.status, ((await answer.json()) as any).code]).toEqual([500, 'objects.corrupt']);
    const late = await fetch(address);
    expect([late.status, await late.text()]).toEqual([503, '']);
  });

  it('SCN-45 is swept where nobody fetched it', async () => {
    const duty = town.app.get(JobRegistry, { strict: false }).find('scans.sweep-quarantine');
    const sweep = () => duty!.handler({}, { attempt: 1 } as never);
    await rows('delete from scans.download');
    await led();
    const fresh = await led();
    town.clock.set(new Date((await town.clock.now()).getTime() + 30_000));
    expect(await count()).toBe(2);
    await sweep();
    expect(await count()).toBe(2);
    town.clock.set(new Date((await town.clock.now()).getTime() + 30_000));
    await sweep();
    expect(await count()).toBe(0);
    await refused(fresh);
  });
});

describe('the second host name', () => {
  it.each([
    '/',
    '/healthz',
    '/readyz',
    '/login',
    '/api/v1/session',
    '/api/v1/documents',
    '/theme.css',
    '/document/',
    '/assets/x.js',
  ])('SCN-45 knows nothing at %s, with a cookie of the first and without', async (path) => {
    await refused(`${files}${path}`);
    await refused(`${files}${path}`, { headers: { Cookie: hara.cookie, Accept: 'text/html' } });
  });

  it('SCN-45 hands out nothing of the API, whoever asks', async () => {
    await refused(`${files}/api/v1${original}`, { headers: { Cookie: hara.cookie } });
    await refused(`${files}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login: 'hara', password: 'journey-password-1' }),
    });
  });

  it('SCN-45 is not needed for what is made here: sheets come from the first', async () => {
    await approveBy(town, documentId, 'goto', 'fukagawa', 'takarabe', 'eto');
    for (const paper of ['sheet.pdf', 'print.pdf'])
      expect([paper, (await ask(`/documents/${documentId}/${paper}`)).status]).toEqual([paper, 200]);
  });
});
