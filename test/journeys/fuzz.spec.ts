import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '@fubako/platform/config';
import { type OpenApi, type Operation, type Schema, addressOf, operationsOf } from './open-api-operations';
import { type Person, type Town, openTown, submitContract } from './town';

const contract: OpenApi = JSON.parse(readFileSync(join(projectRoot, 'apps/api/openapi.json'), 'utf8'));
const BODIES = 30;
/** All operations together, in equal shares, so that the fuzz never becomes the longest part of a run. */
const BUDGET_MS = 40_000;
/** Signing out would end the session that all others need; a stream takes no input and never ends. */
const operations = operationsOf(contract).filter(({ name, streams }) => name !== 'DELETE /api/v1/session' && !streams);

let town: Town;
let hara: Person;
/** Who keeps the definitions: others are refused before their input is looked at. */
let chiba: Person;
let documentId: string;
const deadline = { at: 0, operations: operations.length };
beforeAll(async () => {
  town = await openTown();
  hara = await town.as('hara');
  chiba = await town.as('chiba');
  documentId = await submitContract(town);
  deadline.at = performance.now() + BUDGET_MS;
});
afterAll(() => town?.close());

const nasty = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  1e15,
  2 ** 31,
  2 ** 63,
  1e300,
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202E',
  '１２０万',
  '0',
  '-1',
  'NaN',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '%00',
  "'; --",
  '𠮷'.repeat(300),
  'x'.repeat(5000),
  [],
  [[]],
  {},
  { a: null },
  [null],
  [{}],
);

/** Values for a schema: mostly of its shape with something wrong deep inside, sometimes of no shape at all. */
function valueOf(schema: Schema | undefined, depth = 0): fc.Arbitrary<unknown> {
  const known = resolved(schema);
  if (!known || depth > 4) return nasty;
  return fc.oneof({ weight: 3, arbitrary: shaped(known, depth) }, { weight: 1, arbitrary: nasty });
}

function shaped(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const [type] = [schema.type].flat();
  if (type === 'array') return fc.array(valueOf(schema.items, depth + 1), { maxLength: 4 });
  if (type === 'integer' || type === 'number')
    return fc.oneof(fc.integer({ min: -5, max: 5000 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return fc.oneof(text(schema), fc.string({ unit: 'binary', maxLength: 60 }));
  if (schema.properties) {
    const members = Object.entries(schema.properties).map(
      ([name, member]) => [name, valueOf(member, depth + 1)] as const,
    );
    return fc.record(Object.fromEntries(members), { requiredKeys: [] });
  }
  return fc.dictionary(fc.constantFrom('subject', 'amount', 'reason', 'accountingYear', 'x', ''), nasty, {
    maxKeys: 5,
  });
}

function text({ format }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(fc.uuid(), fc.constant(documentId));
  return fc.constantFrom('contract', 'internal', '20-01-01', '2026-05-11', 'P-S62-02', 'eto', 'あ');
}

function resolved(schema: Schema | undefined): Schema | undefined {
  if (!schema) return undefined;
  const reference = schema.$ref ?? ((schema.allOf ?? schema.anyOf ?? schema.oneOf) as Schema[] | undefined)?.[0]?.$ref;
  return reference ? contract.components.schemas[reference.replace('#/components/schemas/', '')] : schema;
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value.toWellFormed() : (JSON.stringify(value) ?? '');

function queryOf({ parameters }: Operation): fc.Arbitrary<string> {
  const members = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => [name, valueOf(schema)] as const);
  return fc.record(Object.fromEntries(members), { requiredKeys: [] }).map((values) =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${encodeURIComponent(asText(value))}`)
      .join('&'),
  );
}

async function call(
  operation: Operation,
  { query, body }: { query: string; body: string },
): Promise<{ status: number; answer: string }> {
  const definitions = /^\/api\/v1\/(definition|delegation|route-coverage)/.test(operation.path);
  // Tables have numbers, the first import made the first of them.
  const path = addressOf(operation, { id: definitions ? '1' : documentId });
  const response = await fetch(`${town.url}${path}${query === '' ? '' : `?${query}`}`, {
    method: operation.method,
    headers: {
      Cookie: (definitions ? chiba : hara).cookie,
      'Sec-Fetch-Site': 'same-origin',
      'Idempotency-Key': crypto.randomUUID(),
      'If-Match': '"1"',
      'Content-Type': operation.contentType,
      'X-File-Name': 'fuzz.txt',
    },
    ...(operation.method === 'GET' ? {} : { body }),
  });
  return { status: response.status, answer: await response.text() };
}

describe('no input whatever is a fault of the system', () => {
  it.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (_, operation) => {
    const sent = fc.record({
      query: queryOf(operation),
      body: valueOf(operation.body ?? {}).map((value) => JSON.stringify(value)),
    });
    const none = operation.method === 'GET' && !operation.parameters.some((parameter) => parameter.in === 'query');
    const share = (deadline.at - performance.now()) / deadline.operations--;
    const until = performance.now() + share;
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(sent, async (request) => {
        // At least one answer from each, however busy the machine is.
        if (asked++ > 0 && performance.now() > until) return;
        const { status, answer } = await call(operation, request);
        if (status >= 500) throw new Error(`${status} ${answer}`);
        if (status >= 400)
          expect(JSON.parse(answer)).toMatchObject({
            status,
            code: expect.stringMatching(/^[a-z]+\.[a-z-]+$/),
            detail: expect.stringMatching(/./),
          });
      }),
      { numRuns: none ? 1 : BODIES, seed: 20_260_511 },
    );
  });

  it('and the town still stands', async () => {
    expect((await hara.get(`/documents/${documentId}`)).status).toBe(200);
    expect((await fetch(`${town.url}/healthz`)).status).toBe(200);
  });
});
