import { randomBytes, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  OPERATOR_FILE,
  TOWN_FILE,
  WORKER_FILE,
  loadSettings,
  loadTowns,
  townEnvironment,
} from '@fubako/platform/config';
import { dropTownDatabase } from '@fubako/platform/towns';
import { requiredService } from '@fubako/platform/testing';
import { Client } from 'pg';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OpenTowns } from '@fubako/platform/towns';
import { ProductModule } from '../../apps/product/src';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { Ear, changed } from './ear';
import { addTown } from '../../apps/cli/src/town/add-town';
import { partLogins } from '../../apps/cli/src/town/part-logins';
import { openApiDocument } from '../../apps/api/src/open-api';
import { type ServedTowns, serveTowns } from '../../apps/api/src/serve-towns';
import { eventually } from '../support/eventually';
import { type OpenApi, addressOf, operationsOf } from './open-api-operations';
import { sampleTownCopy } from './sample-town';
import { Person, type Town, approveBy, openTown, signIn, submittedNotice } from './town';

/** The same length, so that the second town is the first with another word in every place. */
const WORD = { kita: '北側ノ町限リ', minami: '南側ノ町限リ' } as const;
const HOST = { kita: '127.0.0.1', minami: 'localhost' } as const;

/**
 * Two towns of one deployment, the second a copy of the first database: the same ids, numbers, logins, sessions and keys of
 * requests stand in both, and only a word differs (ADR 0040).
 */
let kita: Town;
let minamiUrl: string;
let folder: string;
let served: ServedTowns;
let documentId: string;
let attachment: string;
let person: Person;
const environment: NodeJS.ProcessEnv = { NODE_ENV: 'test', LOG_LEVEL: 'silent' };

const at = (town: keyof typeof HOST) => `http://${HOST[town]}:${(served.server.address() as AddressInfo).port}`;
/** The same cookie at either town. */
const hara = (town: keyof typeof HOST) => new Person(at(town), person.cookie);

beforeAll(async () => {
  kita = await openTown('2026-05-11T00:00:00Z', { access: { perMinute: { searches: 30 } } });
  person = await kita.as('hara');
  documentId = await submittedNotice(kita, { subject: `${WORD.kita}の件` });
  await approveBy(kita, documentId, 'goto', 'fukagawa');
  attachment = await attachedFile();
  folder = mkdtempSync(join(tmpdir(), 'fubako-towns-'));
  minamiUrl = await copyWithOtherWord();
  environment['TOWNS_FOLDER'] = folder;
  const { workerUrl: DATABASE_WORKER_URL } = kita.database;
  settle('kita', {
    DATABASE_URL: kita.database.url,
    DATABASE_WORKER_URL,
    FUBAKO_DATA: kita.settings.values.FUBAKO_DATA,
  });
  const worker = new URL(DATABASE_WORKER_URL);
  worker.pathname = new URL(minamiUrl).pathname;
  settle('minami', { DATABASE_URL: minamiUrl, DATABASE_WORKER_URL: worker.toString() });
  served = await serveTowns({ host: '127.0.0.1', port: 0 }, () => loadTowns(environment), kita.clock);
}, 120_000);
afterAll(async () => {
  await served?.close();
  await kita?.close();
  if (minamiUrl) await onServer(`drop database if exists ${new URL(minamiUrl).pathname.slice(1)} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

function settle(town: keyof typeof HOST, own: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, town));
  const lines = Object.entries({ ...own, PUBLIC_URL: `http://${HOST[town]}`, DEMO: 'true' });
  writeFileSync(join(folder, town, TOWN_FILE), lines.map(([key, value]) => `${key}=${value}\n`).join(''));
}

/** A draft of 原 with a file. @returns the path of its bytes */
async function attachedFile(): Promise<string> {
  const fields = { subject: '控えの件', addressee: '区長会長', body: '次のとおり。' };
  const draft = await person.post('/documents', { matterType: 'notice', fields, attributes: {} });
  const upload = await person.upload('控え.txt', Buffer.from(WORD.kita));
  const { body } = await person.post(`/documents/${draft.body.id}/attachments`, { uploadId: upload.body.id });
  return `/documents/${draft.body.id}/attachments/${body.id}/original`;
}

async function onServer(statement: string, url = requiredService('TEST_DATABASE_URL')): Promise<any[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function copyWithOtherWord(): Promise<string> {
  const copy = new URL(kita.database.ownerUrl);
  const name = `t_${randomBytes(8).toString('hex')}`;
  const source = copy.pathname.slice(1);
  copy.pathname = `/${name}`;
  await kita.app.close();
  await kita.database.rest();
  await onServer(`create database ${name} template ${source}`);
  const columns = await onServer(
    `select format('%I.%I', n.nspname, c.relname) as "table", quote_ident(a.attname) as name, format_type(a.atttypid, null) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and format_type(a.atttypid, null) in ('text', 'jsonb') and n.nspname not in ('pg_catalog', 'information_schema', 'bullmq')`,
    copy.toString(),
  );
  const changes = columns.map(
    ({ table, name: column, type }) =>
      `update ${table} set ${column} = replace(${column}::text, '${WORD.kita}', '${WORD.minami}')::${type} where ${column}::text like '%${WORD.kita}%';`,
  );
  await onServer(`set session_replication_role = replica; ${changes.join('\n')}`, copy.toString());
  // As after `migrate`: rights to connect are not copied.
  await onServer('select platform.keep_to_itself()', copy.toString());
  const [login, worker] = [new URL(kita.database.url), new URL(kita.database.workerUrl)];
  await onServer(`grant connect, temporary on database ${name} to ${login.username}, ${worker.username}`);
  login.pathname = copy.pathname;
  return login.toString();
}

/** LOGIN-5: what was served as the owner of its database gets logins by one command; the owner's address leaves the file of all. */
async function partedAnew(name: string, server: string): Promise<void> {
  const at = (file: string) => join(folder, name, file);
  const told = () => loadSettings(townEnvironment(name)).values;
  const made = told();
  await expect(onServer('alter table documents.document disable trigger all', made.DATABASE_URL)).rejects.toThrow(
    /must be owner/,
  );
  const owner = made.DATABASE_OWNER_URL ?? '';
  writeFileSync(at(TOWN_FILE), `# ours\n${readFileSync(at(TOWN_FILE), 'utf8').replace(made.DATABASE_URL, owner)}`);
  for (const file of [WORKER_FILE, OPERATOR_FILE]) rmSync(at(file));
  const said = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await partLogins({ name, server })).toBe(0);
  said.mockRestore();
  const parted = told();
  expect(parted.DATABASE_OWNER_URL).toBe(owner);
  expect(readFileSync(at(TOWN_FILE), 'utf8')).toMatch(/^# ours\nDATABASE_URL=.*_api_login:/);
  const users = [parted.DATABASE_URL, parted.DATABASE_WORKER_URL ?? ''];
  for (const url of users) await expect(onServer('select 1 as one', url)).resolves.toEqual([{ one: 1 }]);
  await expect(onServer('select', made.DATABASE_URL)).rejects.toThrow(/password/);
}

/** A request with a Host of one's own choosing, which fetch does not send. */
function rawly(
  path: string,
  headers: Record<string, string> | readonly string[],
  { server } = served,
): Promise<{ status: number; body: any; headers: IncomingHttpHeaders }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, setHost: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      const body = () => (/json/.test(answer.headers['content-type'] ?? '') ? JSON.parse(text) : text);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: body(), headers: answer.headers }));
    });
    asked.on('error', reject).end();
  });
}

describe('several towns of one deployment', () => {
  it('keeps idle connections longer than a proxy does', async () => {
    const answer = await fetch(`${at('kita')}/healthz`);
    expect(answer.headers.get('keep-alive')).toBe('timeout=75');
  });

  it('TOWN-1 answers by host: one id, one cookie and one number mean another document in either town', async () => {
    for (const town of ['kita', 'minami'] as const) {
      const { status, body } = await hara(town).get(`/documents/${documentId}`);
      expect([status, body.title]).toEqual([200, `${WORD[town]}の件`]);
    }
    const [one, other] = await Promise.all(
      (['kita', 'minami'] as const).map(async (town) => (await hara(town).get(`/documents/${documentId}`)).body),
    );
    expect(one.dispatchNumber).not.toBeNull();
    expect([other.id, other.dispatchNumber]).toEqual([one.id, one.dispatchNumber]);
  });

  it('TOWN-1 shows nothing of one town in any answer of the other, with both asked at once', async () => {
    const operations = operationsOf(openApiDocument(served.towns.at(HOST.kita)!) as unknown as OpenApi).filter(
      ({ method, streams }) => method === 'GET' && !streams,
    );
    const values = { id: documentId, documentId };
    const own = { kita: 0, minami: 0 };
    let asked = 0;
    for (const operation of operations) {
      const query = operation.path.endsWith('/search') ? '?q=限リ' : '';
      const path = `${addressOf(operation, values).replace('/api/v1', '')}${query}`;
      const answers = await Promise.all(
        (['kita', 'minami'] as const).map(async (town) => [town, await hara(town).bytes(path)] as const),
      );
      for (const [town, { bytes }] of answers) {
        const text = bytes.toString('utf8');
        expect([path, text.includes(WORD[town === 'kita' ? 'minami' : 'kita'])]).toEqual([path, false]);
        own[town] += Number(text.includes(WORD[town]));
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(200);
    expect(own.kita).toBe(own.minami);
    expect(own.kita).toBeGreaterThanOrEqual(5);
  });

  it('TOWN-2 keeps sessions apart: signing out in one town leaves the copy of it in the other, and a new one is known in one', async () => {
    const fresh = await signIn(at('kita'), 'goto');
    expect((await fresh.get('/session')).status).toBe(200);
    expect((await new Person(at('minami'), fresh.cookie).get('/session')).status).toBe(401);
    const raw = await fetch(`${at('kita')}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({ login: 'goto', password: 'journey-password-1' }),
    });
    expect(raw.headers.get('set-cookie')).not.toMatch(/domain=/i);
    const copied = await kita.as('fukagawa');
    const [north, south] = [new Person(at('kita'), copied.cookie), new Person(at('minami'), copied.cookie)];
    expect((await north.delete('/session')).status).toBe(204);
    expect([(await north.get('/session')).status, (await south.get('/session')).status]).toEqual([401, 200]);
  });

  it('TOWN-2 keeps keys of requests apart: the same key and body write once in each town', async () => {
    const key = randomUUID();
    const body = {
      matterType: 'notice',
      fields: { subject: '同じ鍵', addressee: '区長会長', body: '次のとおり。' },
      attributes: {},
    };
    const first = await hara('kita').post('/documents', body, { key });
    const second = await hara('minami').post('/documents', body, { key });
    const again = await hara('kita').post('/documents', body, { key });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).not.toBe(first.body.id);
    expect(again.body.id).toBe(first.body.id);
    expect((await hara('minami').get(`/documents/${first.body.id}`)).status).toBe(404);
  });

  it('TOWN-2 counts use apart: who has searched too often in one town searches in the other', async () => {
    const search = async (town: keyof typeof HOST) => (await hara(town).get('/search?q=限リ')).status;
    const statuses = await Promise.all(Array.from({ length: 31 }, () => search('kita')));
    expect(statuses).toContain(429);
    expect(await search('minami')).toBe(200);
  });

  it('TOWN-3 keeps files apart: the bytes of one town are not given out through the same row of the other', async () => {
    const [north, south] = await Promise.all([hara('kita').bytes(attachment), hara('minami').bytes(attachment)]);
    expect([north.status, north.bytes.toString()]).toEqual([200, WORD.kita]);
    expect([south.status, south.bytes.includes(WORD.kita)]).toEqual([500, false]);
  });

  it('SCN-45 TOWN-3 gives each town a host name of its own for files: what one has issued opens nothing at the other', async () => {
    const files = (town: keyof typeof HOST) => `files.${town}.example`;
    for (const town of ['kita', 'minami'] as const)
      appendFileSync(join(folder, town, TOWN_FILE), `FILES_URL=http://${files(town)}\n`);
    const again = await serveTowns({ host: '127.0.0.1', port: 0 }, () => loadTowns(environment), kita.clock);
    try {
      const led = await rawly(`/api/v1${attachment}`, { Host: HOST.kita, Cookie: person.cookie }, again);
      const { protocol, host, pathname } = new URL(led.headers.location ?? '');
      expect([led.status, protocol, host]).toEqual([303, 'http:', files('kita')]);
      for (const Host of [files('minami'), HOST.minami, HOST.kita])
        expect([
          Host,
          (await rawly(pathname, { Host, Cookie: person.cookie }, again)).body.includes?.(WORD.kita),
        ]).not.toEqual([Host, true]);
      expect(await rawly(pathname, { Host: files('minami') }, again)).toMatchObject({ status: 404, body: '' });
      expect((await rawly('/api/v1/session', { Host: files('kita'), Cookie: person.cookie }, again)).status).toBe(404);
      expect(await rawly(pathname, { Host: files('kita') }, again)).toMatchObject({ status: 200, body: WORD.kita });
    } finally {
      await again.close();
    }
  });

  it('TOWN-3 keeps news and owed work apart, with one queue server for both', async () => {
    const workers = new OpenTowns<INestApplicationContext>(
      {
        open: ({ settings: { ofWorker } }) =>
          NestFactory.createApplicationContext(WorkerModule.with(ofWorker, ProductModule.with(ofWorker, kita.clock)), {
            logger: false,
          }),
        close: (worker) => worker.close(),
      },
      () => loadTowns({ ...environment, REDIS_URL: requiredService('TEST_REDIS_URL') }),
    );
    await workers.start();
    const told = async (town: keyof typeof HOST) =>
      (await new Person(at(town), goto.cookie).get('/notifications')).body.items.map(({ documentId: id }: any) => id);
    const [goto, other] = [await signIn(at('kita'), 'goto'), await signIn(at('minami'), 'goto')];
    const [here, there] = [new Ear(), new Ear()];
    try {
      await here.listen(at('kita'), goto);
      await there.listen(at('minami'), other);
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const ear of [here, there]) ear.forget();
      const id = await submittedNotice({ ...kita, as: () => signIn(at('kita'), 'hara') }, { subject: '北だけの件' });
      await here.until(changed);
      await eventually(
        () => told('kita'),
        (ids) => ids.includes(id),
      );
      expect(changed(there.heard)).toBe(false);
      expect((await other.get('/notifications')).body.items.map(({ documentId: one }: any) => one)).not.toContain(id);
    } finally {
      for (const ear of [here, there]) ear.hangUp();
      await workers.stop();
    }
  });
});

describe('the door of a deployment', () => {
  it.each([
    ['of no town', { Host: 'kita.example' }, 421, 'request.unknown-host'],
    [
      'that only a forwarded name would make known',
      { Host: 'kita.example', 'X-Forwarded-Host': HOST.kita },
      421,
      'request.unknown-host',
    ],
    ['that only begins like one', { Host: `${HOST.kita}.example` }, 421, 'request.unknown-host'],
    ['with nonsense in it', { Host: '../kita' }, 421, 'request.unknown-host'],
  ])('TOWN-4 refuses a host %s, in words', async (_, headers, status, code) => {
    const answer = await rawly('/api/v1/session', headers);
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.body.detail).toMatch(/。$/u);
  });

  it('TOWN-4 refuses two hosts in one request, and a target with a host of its own', async () => {
    const twice = await rawly('/api/v1/sign-in', ['Host', HOST.kita, 'Host', HOST.minami]);
    expect(twice).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    expect((await rawly(`http://${HOST.minami}/api/v1/sign-in`, { Host: HOST.kita })).status).toBe(400);
  });

  it('TOWN-4 takes a port or capitals in the host, and tells load balancers, who ask by address', async () => {
    expect((await rawly('/api/v1/sign-in', { Host: 'LOCALHOST:8443' })).status).toBe(200);
    expect((await rawly('/healthz', { Host: '10.0.0.1' })).body).toEqual({ status: 'ok' });
    expect((await rawly('/readyz', { Host: '10.0.0.1' })).body).toEqual({ status: 'ready' });
  });

  it('TOWN-5 serves the others while one town cannot be opened, and says so at its address', async () => {
    const gone = new URL(minamiUrl);
    gone.pathname = '/no_such_database';
    mkdirSync(join(folder, 'nishi'));
    writeFileSync(
      join(folder, 'nishi', TOWN_FILE),
      `DATABASE_URL=${gone.toString()}\nPUBLIC_URL=http://nishi.example\n`,
    );
    mkdirSync(join(folder, 'yama'));
    writeFileSync(join(folder, 'yama', TOWN_FILE), `DATABASE_URL=${minamiUrl}\nPUBLIC_URL=http://yama.example\n`);
    expect(loadTowns(environment).faults.get('yama')).toMatch(/database .* belongs to the town minami already/);
    await served.towns.look();
    expect(await rawly('/', { Host: 'nishi.example' })).toMatchObject({
      status: 503,
      body: { code: 'request.town-unavailable' },
    });
    expect((await rawly('/', { Host: 'yama.example' })).status).toBe(421);
    expect((await hara('minami').get('/session')).status).toBe(200);
    for (const town of ['nishi', 'yama']) rmSync(join(folder, town), { recursive: true });
  });

  it('TOWN-6 gets a further town by one command: database, role, package, keys; and running processes serve it', async () => {
    const name = `t${randomBytes(4).toString('hex')}`;
    const server = requiredService('TEST_DATABASE_URL');
    const given = { name, url: `http://${name}.example`, folder: sampleTownCopy(), server };
    const before = { ...process.env };
    Object.assign(process.env, environment);
    try {
      await expect(addTown({ ...given, url: `http://${HOST.kita}` })).rejects.toThrow(
        /address of the town kita already/,
      );
      await expect(addTown({ ...given, folder: tmpdir() })).rejects.toThrow(/no package/);
      const said = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
      expect(await addTown(given)).toBe(0);
      expect(said.mock.calls.join('')).toContain('is served by running processes within seconds');
      said.mockRestore();
      const file = join(folder, name, TOWN_FILE);
      for (const each of [TOWN_FILE, WORKER_FILE, OPERATOR_FILE])
        expect(statSync(join(folder, name, each)).mode & 0o777).toBe(0o600);
      expect(existsSync(join(folder, name, 'sealer', 'key.pem'))).toBe(true);
      const url = /DATABASE_URL=(.*)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
      await expect(
        onServer('select count(*) from documents.document', url.replace(/\/[^/]*$/, new URL(minamiUrl).pathname)),
      ).rejects.toThrow(/permission denied/);
      await partedAnew(name, server);
      await served.towns.look();
      expect(await rawly('/api/v1/sign-in', { Host: `${name}.example` })).toMatchObject({ status: 200 });
      expect((await rawly('/api/v1/session', { Host: `${name}.example`, Cookie: person.cookie })).status).toBe(401);
    } finally {
      for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
      Object.assign(process.env, before);
      await dropTownDatabase(server, name);
    }
  });
});
