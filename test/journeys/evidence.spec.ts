import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  SealLedger,
  SealerKey,
  TimestampLedger,
  WitnessRows,
  certificatesOf,
  readVerifierKey,
  verifyPackage,
} from '@fubako/ledger';
import { sha256Hex } from '@fubako/kernel';
import { Settings, projectRoot } from '@fubako/platform/config';
import { unzipSync, zipSync } from 'fflate';
import { verify } from '../../apps/cli/src/commands/verify';
import { TestTimestampAuthority } from '../support/timestamp-authority';
import { CONTRACT_FIELDS, type Town, act, approveBy, openTown, submitContract } from './town';

/** EVI-1 to EVI-3: the evidence of one decided matter, verified without the system. */
let town: Town;
let folder: string;
let authority: TestTimestampAuthority;
let id: string;
const seal = async () => (await town.worker()).get(SealLedger, { strict: false }).run();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fubako-evidence-test-'));
  authority = await TestTimestampAuthority.open();
  town = await openTown(undefined, { witnessStopHours: 24 });
  const hara = await town.as('hara');
  const { body: upload } = await hara.upload('見積書.txt', Buffer.from('見積り 1,200,000円'));
  const { body: draft } = await hara.post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS });
  id = draft.id;
  await hara.post(`/documents/${id}/attachments`, { uploadId: upload.id });
  const { body } = await hara.get(`/documents/${id}`);
  expect((await hara.post(`/documents/${id}/submissions`, { expectedVersion: body.version })).status).toBe(201);
});
afterAll(async () => {
  await town?.close();
  authority?.close();
  rmSync(folder, { recursive: true });
});

const take = async (login: string) => (await town.as(login)).bytes(`/documents/${id}/evidence.zip`);
const key = () => readVerifierKey(town.app.get(SealerKey, { strict: false }).verifierKey() ?? '');
type Files = Record<string, Uint8Array>;
const first = (files: Files): string[] => {
  const read = new Map(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)]));
  return verifyPackage(read, key(), certificatesOf(readFileSync(authority.certificates, 'utf8')));
};
/** Python with its standard library, the package and the key. */
function second(files: Files): string[] {
  const path = join(folder, 'package.zip');
  writeFileSync(path, zipSync(files, { level: 0 }));
  const keyFile = join(town.app.get(SealerKey, { strict: false }).folder, 'verifier-key.txt');
  const call = [
    join(projectRoot, 'apps/verifier/verify.py'),
    '--package',
    path,
    '--key',
    keyFile,
    '--tsa',
    authority.certificates,
  ];
  const done = spawnSync('python3', ['-B', ...call], { encoding: 'utf8' });
  const said = done.stdout.trim().split('\n');
  expect({ code: done.status, err: done.stderr }).toEqual({ code: said.length > 1 ? 1 : 0, err: '' });
  expect(said.at(-1)).toMatch(/^\d+ files, \d+ anomalies\.$/);
  return said.slice(0, -1);
}

it('WITNESS-3 no final decision is taken while no witness has answered for a day; acts on the way go on', async () => {
  const late = await submitContract(town, { fields: { subject: '証人のいない決裁' } });
  const at = new Date((await town.clock.now()).getTime() + 25 * 3_600_000);
  town.clock.set(at);
  town.newDay();
  await approveBy(town, late, 'goto', 'fukagawa', 'takarabe');
  const refused = await act(town, 'eto', late);
  expect([refused.status, refused.body.code]).toEqual([503, 'approvals.no-witness']);
  const heard = (fault: string | null) =>
    town.database.uow.run(() => new WitnessRows(town.database.uow).note('committee', { size: 1, fault, root: null }));
  await heard('the disk is away');
  expect((await act(town, 'eto', late)).status).toBe(503);
  await heard(null);
  const decided = await act(town, 'eto', late);
  expect([decided.status, decided.body.state]).toEqual([201, 'decided']);
});

describe('evidence of a decided matter', () => {
  let files: Files;

  it('EVI-3 is of decided and sealed matters, for those who may read them', async () => {
    expect((await take('hara')).status).toBe(409);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const early = await take('hara');
    expect([early.status, early.bytes.toString('utf8')]).toEqual([
      409,
      expect.stringContaining('approvals.not-sealed-yet'),
    ]);
    await seal();
    expect((await take('s1011')).status).toBe(404);
    const { status, bytes, headers } = await take('hara');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/zip']);
    files = unzipSync(bytes);
    expect(Object.keys(files).toSorted()).toEqual([
      'README.html',
      'approval-sheet.pdf',
      'attachments/01_見積書.txt',
      'content.json',
      'ledger/checkpoint.txt',
      'ledger/entries.json',
      'ledger/rows.json',
      'ledger/verifier-key.txt',
      'manifest.json',
    ]);
    const guide = Buffer.from(files['README.html'] ?? []).toString('utf8');
    expect(guide).toContain('何が何を証明するか');
    expect(guide).toContain('What proves what');
    const issued = await town.database.dataSource.query(
      `select actor from ledger.entry where kind = 'approvals.evidence-issued' and subject_id = $1`,
      [id],
    );
    expect(issued).toEqual([{ actor: '1118' }]);
  });

  it('EVI-2 holds for both verifiers', () => {
    expect([first(files), second(files)]).toEqual([[], []]);
  });

  it('EVI-2 each changed, removed or added file is named by both, also with a manifest that was made anew', () => {
    for (const name of Object.keys(files)) {
      const changed = { ...files, [name]: flipped(files[name] ?? new Uint8Array()) };
      const { [name]: _, ...removed } = files;
      for (const forged of [changed, removed]) {
        const [one, two] = [first(forged), second(forged)];
        expect({ name, named: one.some(names(name)) }).toEqual({ name, named: true });
        expect({ name, named: two.some(names(name)) }).toEqual({ name, named: true });
      }
      if (/^(?:content|attachments|ledger\/(?:entries|rows|checkpoint))/.test(name)) {
        const anew = listedAnew(changed);
        expect([name, first(anew).length > 0, second(anew).length > 0]).toEqual([name, true, true]);
      }
    }
    const added = { ...files, 'attachments/02_別紙.txt': Buffer.from('差し替え') };
    for (const said of [first(added), second(added)])
      expect(said).toEqual([
        'attachments/02_別紙.txt: not listed',
        'attachments/02_別紙.txt: is not what was attached',
      ]);
  });

  it('EVI-2 the value of an act that was changed is named by its column, by both', () => {
    const text = Buffer.from(files['ledger/rows.json'] ?? []).toString('utf8');
    const forged = listedAnew({ ...files, 'ledger/rows.json': Buffer.from(text.replace('後藤 学', '後藤 正')) });
    for (const said of [first(forged), second(forged)])
      expect(said).toEqual([expect.stringMatching(/^ledger\/rows\.json: approvals\.act \S+: actor_name$/)]);
  });
});

describe('evidence with the time of an authority', () => {
  let files: Files;

  it('TIME-3 carries the first token over all of it, and is built under that root', async () => {
    for (const { values } of [town.settings, (await town.worker()).get(Settings)])
      Object.assign(values, { TSA_URL: authority.url, TSA_CERTIFICATES: authority.certificates });
    expect(await (await town.worker()).get(TimestampLedger, { strict: false }).run()).toBe(true);
    files = unzipSync((await take('hara')).bytes);
    expect(Object.keys(files)).toContain('ledger/timestamp.tst');
    expect(Buffer.from(files['README.html'] ?? []).toString('utf8')).toContain('openssl ts -verify');
    const stamped = files['ledger/checkpoint.txt'];
    await seal();
    expect(unzipSync((await take('hara')).bytes)['ledger/checkpoint.txt']).toEqual(stamped);
    expect([first(files), second(files)]).toEqual([[], []]);
  });

  it('TIME-3 a token that was changed, or is over another checkpoint, is named by both', () => {
    const name = 'ledger/timestamp.tst';
    const token = files[name] ?? new Uint8Array();
    const forged = Uint8Array.from(token);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    for (const changed of [forged, Uint8Array.from(token.subarray(0, 100))])
      for (const said of [
        first(listedAnew({ ...files, [name]: changed })),
        second(listedAnew({ ...files, [name]: changed })),
      ])
        expect(said).toEqual([`${name}: is no token over the checkpoint`]);
    const note = Buffer.from(files['ledger/checkpoint.txt'] ?? []).toString('utf8');
    const other = listedAnew({ ...files, 'ledger/checkpoint.txt': Buffer.from(`${note}\n`) });
    for (const said of [first(other), second(other)])
      expect(said).toContain(`${name}: is no token over the checkpoint`);
  });

  it('EVI-2 `fubako verify --package` says the same, without a database, and ends with 1 when something does not hold', async () => {
    const path = join(folder, 'handed-out.zip');
    const keyText = town.app.get(SealerKey, { strict: false }).verifierKey() ?? '';
    const says = async (content: Files, ...more: string[]) => {
      writeFileSync(path, zipSync(content, { level: 0 }));
      const said: string[] = [];
      const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
      try {
        return { code: await verify.run(['--package', path, ...more]), said: said.join('') };
      } finally {
        write.mockRestore();
      }
    };
    const count = Object.keys(files).length;
    expect(await says(files, '--key', keyText, '--tsa', authority.certificates)).toEqual({
      code: 0,
      said: `Package: ${count} files, 0 anomalies.\n`,
    });
    const alone = await says(files);
    expect(alone.code).toBe(0);
    expect(alone.said).toContain('The key is that of the package');
    expect(alone.said).toContain('The timestamp was not verified');
    const foreign = await says(files, '--key', keyText, '--tsa', authority.foreignCertificates);
    expect(foreign).toEqual({ code: 1, said: expect.stringContaining('  ledger/timestamp.tst: is no token') });
    const changed = { ...files, 'content.json': flipped(files['content.json'] ?? new Uint8Array()) };
    expect(await says(changed, '--key', keyText)).toEqual({
      code: 1,
      said: expect.stringContaining('  content.json: is not what was decided'),
    });
  });
});

/** A fault that names the file. Another list of files shows in what it says of them. */
const names = (name: string) => (fault: string) => name === 'manifest.json' || fault.startsWith(name);

/** The bytes with one bit changed in the middle. */
function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = copy.length >> 1;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** As whoever forges a file would write the manifest. */
function listedAnew(files: Files): Files {
  const listed = Object.entries(files)
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, bytes]) => ({ name, sha256: sha256Hex(bytes) }));
  return { ...files, 'manifest.json': Buffer.from(JSON.stringify({ files: listed, format: 'fubako-evidence-1' })) };
}
