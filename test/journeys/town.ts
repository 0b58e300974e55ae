import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CreateDemoAccounts } from '@fubako/identity';
import { ImportMunicipality } from '@fubako/organisation';
import { type Settings, loadSettings } from '@fubako/platform/config';
import { type Clock, PostgresClock } from '@fubako/platform/database';
import { SettableClock, type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { addPages, createApi } from '../../apps/api/src/create-api';
import { packageSections } from '../../apps/cli/src/package-sections';
import { ProductModule } from '../../apps/product/src';
import { sampleTownCopy } from './sample-town';

export const PASSWORD = 'journey-password-1';

/** The sample town on a database of its own, with the real API in front. */
export interface LivingTown {
  readonly app: INestApplication;
  readonly database: TestDatabase;
  readonly settings: Settings;
  readonly url: string;
  /** What runs beside the API, with the login of the worker: it alone seals. */
  worker(): Promise<INestApplicationContext>;
  /** Signs the person in; sessions are kept. */
  as(login: string): Promise<Person>;
  /** Everybody signs in anew: sessions end in the days that a clock leaps over. */
  newDay(): void;
  close(): Promise<void>;
}

/** A town at a time the test chooses. */
export interface Town extends LivingTown {
  readonly clock: SettableClock;
}

export interface Answer<T = any> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export interface Send {
  readonly key?: string;
  readonly ifMatch?: number;
  readonly headers?: Record<string, string>;
}

/** Somebody at a browser: everything goes over HTTP with the session cookie. */
export class Person {
  constructor(
    private readonly url: string,
    readonly cookie: string,
  ) {}

  get<T = any>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.request('GET', path, undefined, { headers });
  }

  post<T = any>(path: string, body: unknown = {}, send: Send = {}): Promise<Answer<T>> {
    return this.request('POST', path, JSON.stringify(body), send);
  }

  patch<T = any>(path: string, body: unknown, send: Send = {}): Promise<Answer<T>> {
    return this.request('PATCH', path, JSON.stringify(body), send);
  }

  delete(path: string): Promise<Answer> {
    return this.request('DELETE', path, undefined, {});
  }

  async bytes(path: string): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
    const response = await fetch(`${this.url}/api/v1${path}`, { headers: { Cookie: this.cookie } });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
  }

  /** Sends a file in, as the browser does. */
  upload(fileName: string, bytes: Uint8Array): Promise<Answer> {
    return this.request('POST', '/uploads', Buffer.from(bytes), {
      headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(fileName) },
    });
  }

  async request<T = any>(
    method: string,
    path: string,
    body: string | Buffer | undefined,
    { key, ifMatch, headers }: Send,
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        Cookie: this.cookie,
        'Accept-Language': 'ja',
        ...(method === 'GET'
          ? {}
          : {
              'Idempotency-Key': key ?? randomUUID(),
              'Content-Type': 'application/json',
              'Sec-Fetch-Site': 'same-origin',
            }),
        ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body as string | Uint8Array<ArrayBuffer> }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T, headers: response.headers };
  }
}

/**
 * @param now instant at which the town stands, e.g. `2026-05-11T00:00:00Z` (09:00 JST)
 * @param settings of the municipality, where they differ from the sample town's
 * @param environment settings of the processes
 */
export async function openTown(
  now = '2026-05-11T00:00:00Z',
  settings: object = {},
  environment: NodeJS.ProcessEnv = {},
): Promise<Town> {
  const clock = new SettableClock(new Date(now));
  return { ...(await settle(clock, settings, environment)), clock };
}

/** The town at the time it is: what a browser sees agrees with the clock of the browser. */
export const openTownToday = (settings: object = {}, environment: NodeJS.ProcessEnv = {}): Promise<LivingTown> =>
  settle(new PostgresClock(), settings, environment);

const SESSION_MS = 20 * 60_000;

async function settle(clock: Clock, townSettings: object, environment: NodeJS.ProcessEnv = {}): Promise<LivingTown> {
  const database = await testDatabase(clock);
  const data = mkdtempSync(join(tmpdir(), 'fubako-journey-'));
  const settings = loadSettings({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    DATABASE_WORKER_URL: database.workerUrl,
    FUBAKO_DATA: data,
    DEMO: 'true',
    SCAN_FOLDER: join(data, 'scanner'),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...environment,
  });
  const app = await createApi(settings, clock);
  addPages(app, settings);
  await app.listen(Number(environment.PORT ?? 0), '127.0.0.1');
  // One process is both ends: on a busy machine an idle connection would be closed just as it is used again.
  app.getHttpServer().keepAliveTimeout = 0;
  const folder = sampleTownCopy(townSettings);
  const report = await app.get(ImportMunicipality).run({ folder, dryRun: false }, packageSections(app));
  rmSync(folder, { recursive: true, force: true });
  if (report.faults.length > 0)
    throw new Error(report.faults.map((f) => `${f.file}:${f.line} ${f.message}`).join('\n'));
  await app.get(CreateDemoAccounts).run(PASSWORD);
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  let working: Promise<INestApplicationContext> | undefined;
  const people = new Map<string, { readonly since: number; readonly person: Promise<Person> }>();
  return {
    app,
    database,
    settings,
    url,
    worker: () =>
      (working ??= NestFactory.createApplicationContext(ProductModule.with(settings.ofWorker, clock), {
        logger: false,
      })),
    async as(login) {
      const at = clock instanceof SettableClock ? (await clock.now()).getTime() : 0;
      const known = people.get(login);
      // Sessions end when the clock of the town moves on; the person then signs in again.
      if (known && Math.abs(at - known.since) < SESSION_MS) return known.person;
      const person = signIn(url, login);
      people.set(login, { since: at, person });
      return person;
    },
    newDay: () => people.clear(),
    async close() {
      await app.close();
      await (await working)?.close();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export async function signIn(url: string, login: string, password = PASSWORD): Promise<Person> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ login, password }),
  });
  if (response.status !== 201)
    throw new Error(`${login} could not sign in: ${response.status} ${await response.text()}`);
  return new Person(url, (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
}

export const randomKey = (): string => randomBytes(16).toString('hex');

/** The contract of the main job: 1,200,000 yen, drafted in the 福祉係. */
export const CONTRACT_FIELDS = {
  subject: '高齢者見守り業務委託契約の締結について',
  counterparty: '株式会社浜見サービス',
  amount: 1_200_000,
  method: '一般競争入札',
  reason: '前年度の実績を踏まえ、専門の事業者に委託する必要があるため。',
  term: '契約締結の日から令和9年3月31日まで',
  budgetItem: '3款1項2目12節',
  accountingYear: 2026,
};

/** Drafts and submits as `login`. @returns the id of the document */
export async function submitContract(
  town: LivingTown,
  { login = 'hara', fields = {}, attributes = {} }: { login?: string; fields?: object; attributes?: object } = {},
): Promise<string> {
  const drafter = await town.as(login);
  const draft = await drafter.post('/documents', {
    matterType: 'contract',
    fields: { ...CONTRACT_FIELDS, ...fields },
    attributes,
  });
  if (draft.status !== 201) throw new Error(JSON.stringify(draft.body));
  const submitted = await drafter.post(`/documents/${draft.body.id}/submissions`, {
    expectedVersion: draft.body.version,
  });
  if (submitted.status !== 201) throw new Error(JSON.stringify(submitted.body));
  return draft.body.id;
}

/** The person's open seat in the document, with what an act needs. */
export async function openSeat(person: Person, documentId: string) {
  const { body } = await person.get(`/documents/${documentId}/approval`);
  const approve = body.allowed.find((a: { kind: string }) => a.kind === 'approve');
  return {
    seatId: approve?.seatId as string | undefined,
    expectedVersion: body.version as number,
    contentDigest: body.contentDigest as string,
  };
}

export async function act(
  town: LivingTown,
  login: string,
  documentId: string,
  kind = 'approve',
  more: object = {},
): Promise<Answer> {
  const person = await town.as(login);
  const seat = await openSeat(person, documentId);
  return person.post(`/documents/${documentId}/acts`, { kind, ...seat, ...more });
}

/**
 * Lets the named people approve one after the other; where 文書審査 comes in between, the records clerk of the section
 * reviews. @throws Error when one of them may not
 */
export async function approveBy(town: LivingTown, documentId: string, ...logins: string[]): Promise<void> {
  for (const login of logins) {
    const { status, body } = await act(town, login, documentId);
    if (status !== 201) throw new Error(`${login}: ${status} ${JSON.stringify(body)}`);
    await reviewIfAsked(town, documentId, login);
  }
}

/** A notice (通知) of the 福祉係, decided by the head of the section. @returns the id of the document */
export async function decidedNotice(
  town: LivingTown,
  notice: Parameters<typeof submittedNotice>[1] = {},
): Promise<string> {
  const id = await submittedNotice(town, notice);
  await approveBy(town, id, 'goto', 'fukagawa');
  return id;
}

/** A notice under way. @param continues the document whose number it is to continue */
export async function submittedNotice(
  town: LivingTown,
  {
    login = 'hara',
    subject = '敬老会の開催について',
    body = 'このことについて、次のとおり開催します。',
    continues,
    attributes = {},
  }: { login?: string; subject?: string; body?: string; continues?: string; attributes?: object } = {},
): Promise<string> {
  const drafter = await town.as(login);
  const fields = { subject, addressee: '浜見地区区長会長', body };
  const draft = await drafter.post('/documents', { matterType: 'notice', fields, attributes });
  if (draft.status !== 201) throw new Error(JSON.stringify(draft.body));
  const { id, version } = draft.body;
  if (continues) {
    const noted = await drafter.post(`/documents/${id}/execution/follow-ups`, { parentDocumentId: continues });
    if (noted.status !== 201) throw new Error(JSON.stringify(noted.body));
  }
  const submitted = await drafter.post(`/documents/${id}/submissions`, { expectedVersion: version });
  if (submitted.status !== 201) throw new Error(JSON.stringify(submitted.body));
  return id;
}

/** 施行 by the drafter and the records clerk of the 福祉課: clean copy, collation, dispatch of everything. */
export async function execute(town: LivingTown, documentId: string, copy: object = {}): Promise<Answer> {
  const [hara, clerk] = [await town.as('hara'), await town.as('s1055')];
  const made = await hara.post(`/documents/${documentId}/execution/clean-copies`, copy);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const copyDigest = made.body.cleanCopy.digest;
  const collated = await clerk.post(`/documents/${documentId}/execution/collations`, { copyDigest });
  if (collated.status !== 201) throw new Error(JSON.stringify(collated.body));
  return clerk.post(`/documents/${documentId}/execution/dispatches`, { channel: 'post' });
}

/** Does the 審査 that is open, if any; `reader` is somebody who may read the document. */
export async function reviewIfAsked(town: LivingTown, documentId: string, reader: string): Promise<void> {
  const { body } = await (await town.as(reader)).get(`/documents/${documentId}/approval`);
  const steps = (body?.steps ?? []) as {
    kind: string;
    seats: { state: string; holder: { staffNo: string } | null }[];
  }[];
  const seat = steps.find(({ kind }) => kind === 'review')?.seats.find(({ state }) => state === 'active');
  if (!seat?.holder) return;
  const { status, body: answer } = await act(town, `s${seat.holder.staffNo}`, documentId);
  if (status !== 201) throw new Error(`review: ${status} ${JSON.stringify(answer)}`);
}
