import { POLICY } from './access-policy';
import type { Rule } from './access-rules';
import {
  READERS,
  ROLES,
  type Role,
  type Stage,
  type StagedName,
  inTurn,
  isWhole,
  openStage,
  stagedOf,
} from './access-stage';
import { switchRows, walls } from './access-switches';
import { type OpenApi, type Operation, operationsOf } from './open-api-operations';
import { plausibleBody } from './plausible-body';
import { rowCounts } from './refusals';

jest.mock('@casl/ability', () =>
  jest
    .requireActual<typeof import('./access-switches')>('./access-switches')
    .switchableAbility(jest.requireActual('@casl/ability')),
);
jest.mock('@casl/ability/extra', () =>
  jest
    .requireActual<typeof import('./access-switches')>('./access-switches')
    .switchableExtra(jest.requireActual('@casl/ability/extra')),
);

let contract: OpenApi;
let operations: readonly Operation[];
const NOBODYS = '01234567-89ab-7def-8123-456789abcdef';
/** Asked at once: one process answers, so that more would only wait. */
const AT_ONCE = 6;

type Asker = Role | 'signedOut' | 'madeUp';
interface Cell {
  readonly operation: Operation;
  readonly asker: Asker;
  readonly about: StagedName | null;
  /** The statuses of which the answer must have one; null when any will do but a refusal of the person. */
  readonly expected: readonly number[] | null;
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  // What the router serves; signed-out.spec.ts compares it with the contract that is kept.
  contract = (await (await fetch(`${stage.town.url}/api/openapi.json`)).json()) as OpenApi;
  operations = operationsOf(contract);
});
afterAll(() => stage?.town.close());

const nameOf = ({ name }: Operation) => name.replace('/api/v1', '');
const ruleOf = (operation: Operation): Rule => POLICY[nameOf(operation)] ?? 'everybody';
const subjectsOf = ({ path }: Operation) => /^\/api\/v1\/(documents|receipts)\/\{id\}/.exec(path)?.[1];

/** Writes are asked by those who get nothing by them: what the table allows is told by the journeys, with its effects. */
function cellsOf(operation: Operation, at: number): Cell[] {
  const rule = ruleOf(operation);
  const kind = subjectsOf(operation);
  const abouts: readonly (StagedName | null)[] = kind ? inTurn(stagedOf(kind), at) : [null];
  return abouts.flatMap((about) => {
    const cell = (asker: Asker, expected: Cell['expected']) => ({ operation, asker, about, expected });
    const outside = rule === 'public' ? [] : [cell('signedOut', [401]), cell('madeUp', [401])];
    const people = ROLES.map((role) => cell(role, refusalOf(operation, role, about)));
    return [...outside, ...people.filter(({ expected }) => operation.method === 'GET' || expected !== null)];
  });
}

/** What is asked with nonsense is told so, before or after the question of rights; neither says whether the matter exists. */
function refusalOf(operation: Operation, role: Role, about: StagedName | null): readonly number[] | null {
  const rule = ruleOf(operation);
  if (rule === 'readers') return about === null || READERS[about].includes(role) ? null : [404, 422];
  if (rule === 'later') return [400, 404, 409, 412, 422];
  if (typeof rule === 'string' || rule.includes(role)) return null;
  return operation.method === 'GET' ? [403] : [403, 422];
}

async function statusOf({ operation, asker, about }: Cell): Promise<number> {
  const path = operation.path
    .replace('{id}', about ? stage.staged[about].id : NOBODYS)
    .replace('{page}', '1')
    .replace(/\{\w+\}/g, NOBODYS);
  const cookies = { signedOut: '', madeUp: `fubako_sid=${'x'.repeat(43)}` };
  const response = await fetch(`${stage.town.url}${path}`, {
    method: operation.method,
    redirect: 'manual',
    headers: {
      Cookie: asker === 'signedOut' || asker === 'madeUp' ? cookies[asker] : stage.who[asker].cookie,
      'Idempotency-Key': crypto.randomUUID(),
      'If-Match': '"1"',
      'Content-Type': operation.contentType,
      'X-File-Name': 'matrix.txt',
      'Sec-Fetch-Site': 'same-origin',
    },
    ...(operation.method === 'GET' ? {} : { body: JSON.stringify(plausibleBody(contract, operation.body)) }),
  });
  await response.arrayBuffer();
  return response.status;
}

function mismatch({ operation, asker, about, expected }: Cell, status: number): string | null {
  const isRight =
    expected === null
      ? status < 500 && status !== 401 && !(status === 403 && about === null)
      : expected.includes(status);
  // A matter of one's own is there; parts of it may not be.
  const isThere = expected !== null || operation.path !== '/api/v1/documents/{id}' || status === 200;
  return isRight && isThere
    ? null
    : `${nameOf(operation)} ${asker} ${about ?? ''}: ${status}, not ${expected?.join(' or ') ?? 'allowed'}`;
}

/** @returns where answers differ from the table */
async function differences(cells: readonly Cell[]): Promise<string[]> {
  const waiting = [...cells];
  const wrong: string[] = [];
  const ask = async (): Promise<void> => {
    for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
      const found = mismatch(cell, await statusOf(cell));
      if (found) wrong.push(found);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return wrong.sort();
}

describe('the table of rights', () => {
  it('has a line for every operation of the contract, and no other', () => {
    expect(Object.keys(POLICY).sort()).toEqual(operations.map(nameOf).sort());
  });

  const allCells = () => operations.filter(({ streams }) => !streams).flatMap(cellsOf);
  const isWrite = ({ operation }: Cell) => operation.method !== 'GET';
  const writesAgainstIt = async (): Promise<string[]> => {
    const before = await rowCounts(stage.town);
    const wrong = await differences(allCells().filter(isWrite));
    expect(await rowCounts(stage.town)).toBe(before);
    return wrong;
  };

  it('holds for everybody, every matter and every operation, over HTTP', async () => {
    const cells = allCells();
    console.log(`${cells.length} cells`);
    expect(cells.length).toBeGreaterThan(isWhole ? 20_000 : 6_000);
    const writes = await writesAgainstIt();
    const reads = await differences(cells.filter((cell) => !isWrite(cell)));
    expect([...writes, ...reads]).toEqual([]);
  }, 900_000);

  it.each([
    ['CASL', { casl: false, rows: true }],
    ['the row policies', { casl: true, rows: false }],
  ])(
    'no write that it refuses is done without %s (ADR 0065)',
    async (_, { casl, rows }) => {
      walls.casl = casl;
      await switchRows(stage.town, rows);
      try {
        expect(await writesAgainstIt()).toEqual([]);
      } finally {
        walls.casl = true;
        await switchRows(stage.town, true);
      }
    },
    900_000,
  );
});
