import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import { type OpenApi, type Operation, addressOf, operationsOf } from './open-api-operations';
import { rowCounts } from './refusals';
import { type Person, type Town, openTown } from './town';

const document = JSON.parse(readFileSync(join(projectRoot, 'apps/api/openapi.json'), 'utf8'));
const operations = operationsOf(document);
/** What a browser without a session may ask for; a new name here is a decision, not a slip. */
const PUBLIC = [
  'POST /api/v1/session',
  'DELETE /api/v1/session',
  'GET /api/v1/sign-in',
  'POST /api/v1/session/passkey',
  'POST /api/v1/session/passkey/challenge',
];
const closed = operations.filter(({ name }) => !PUBLIC.includes(name));
const writes = operations.filter(({ method }) => method !== 'GET');

let town: Town;
let hara: Person;
/** Rows before anything was asked. */
let untouched: string;
beforeAll(async () => {
  town = await openTown();
  hara = await town.as('hara');
  untouched = await rowCounts(town);
});
afterAll(() => town?.close());

const ask = (operation: Operation, headers: Record<string, string>): Promise<Response> =>
  fetch(`${town.url}${addressOf(operation)}`, {
    method: operation.method,
    headers: { 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': operation.contentType, ...headers },
    ...(operation.method === 'GET' ? {} : { body: '{}' }),
  });

describe('every operation of the contract', () => {
  it('is served, and nothing is served beside it', async () => {
    const served = (await (await fetch(`${town.url}/api/openapi.json`)).json()) as OpenApi;
    expect(
      operationsOf(served)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(operations.map(({ name }) => name).sort());
  });

  it.each(closed.map((operation) => [operation.name, operation] as const))(
    '%s without a session, or with a made-up one, is refused in both languages',
    async (_, operation) => {
      for (const Cookie of ['', 'fubako_sid=', `fubako_sid=${'x'.repeat(43)}`, 'fubako_sid=%00; fubako_sid=../..'])
        for (const language of ['ja', 'en']) {
          const response = await ask(operation, { Cookie, 'Accept-Language': language });
          const { code, detail } = (await response.json()) as { code: string; detail: string };
          expect({ status: response.status, code }).toEqual({ status: 401, code: 'identity.signed-out' });
          expect(detail).toMatch(language === 'ja' ? /サインイン/ : /sign/i);
        }
      expect(await rowCounts(town)).toBe(untouched);
    },
  );

  it.each(writes.map((operation) => [operation.name, operation] as const))(
    '%s sent by another site with our cookie is refused',
    async (_, operation) => {
      const foreign: Record<string, string>[] = [
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site', Origin: town.url },
      ];
      for (const headers of foreign) {
        const response = await ask(operation, { Cookie: hara.cookie, ...headers });
        const { code } = (await response.json()) as { code: string };
        expect({ headers, status: response.status, code }).toEqual({
          headers,
          status: 403,
          code: 'identity.foreign-origin',
        });
      }
      expect(await rowCounts(town)).toBe(untouched);
      expect((await hara.get('/session')).status).toBe(200);
    },
  );

  it('answers a method that an address does not have with a problem', async () => {
    for (const { method, path } of [
      { method: 'PUT', path: '/session' },
      { method: 'DELETE', path: '/documents' },
      { method: 'PATCH', path: '/inbox' },
    ]) {
      const { status, body } = await hara.request(method, path, '{}', {});
      expect({ method, refused: [404, 405].includes(status), detail: typeof body.detail }).toEqual({
        method,
        refused: true,
        detail: 'string',
      });
    }
  });
});
