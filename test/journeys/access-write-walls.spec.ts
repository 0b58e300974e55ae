/**
 * Foreign writes before either wall alone (ADR 0065). Foreign is what concerns a matter that the person may not read; what people may do
 * with a matter that they read are rights of acting, which the journeys ask. Over HTTP each request would be carried out if nobody looked
 * at who asks, as far as the matter stands so; the database is asked beside it, table by table, without the program and its guards.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import { POLICY } from './access-policy';
import { BY_DUTY, foreignWritesOfRows } from './access-rows';
import {
  NAMES,
  READERS,
  RECEIPTS,
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
import { type Facts, WRITES, factsOf } from './access-writes';
import { type OpenApi, type Operation, operationsOf } from './open-api-operations';
import { tableDigests } from './refusals';

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

const contract: OpenApi = JSON.parse(readFileSync(join(projectRoot, 'apps/api/openapi.json'), 'utf8'));
const nameOf = ({ name }: Operation) => name.replace('/api/v1', '');
const writes = operationsOf(contract).filter(
  (operation) => operation.method !== 'GET' && POLICY[nameOf(operation)] === 'readers',
);
const NOBODYS = '01234567-89ab-7def-8123-456789abcdef';
const AT_ONCE = 6;

let stage: Stage;
/** A file that each person has sent in. */
const uploads = {} as Record<Role, string>;
beforeAll(async () => {
  stage = await openStage();
  for (const role of ROLES) uploads[role] = await sentIn(role);
  for (const name of [...RECEIPTS, 'draft', 'secretDraft'] as const)
    for (const role of HOLDERS.filter((one) => READERS[name].includes(one)).slice(0, 1))
      for (let n = 0; n < 2; n++) await attach(role, name);
  await stage.town.database.dataSource.query(`
    insert into scans.text_state (source_sha256, state, updated_at) select distinct sha256, 'ready', now() from scans.upload
      on conflict (source_sha256) do update set state = 'ready';
    insert into scans.page_text (source_sha256, page, text, engine, confidence, words)
      select source_sha256, 1, '文字', 'x', 1, '[]'::jsonb from scans.text_state on conflict do nothing`);
});
afterAll(() => stage?.town.close());

/** Whoever may put files to what is theirs. */
const HOLDERS = ['clerk', 'otherClerk', 'drafter'] as const satisfies readonly Role[];
async function attach(role: Role, name: StagedName): Promise<void> {
  const { kind, id } = stage.staged[name];
  const { status, body } = await stage.who[role].post(`/${kind}/${id}/attachments`, { uploadId: await sentIn(role) });
  if (status !== 201) throw new Error(`${role} ${name}: ${status} ${JSON.stringify(body)}`);
}

const sentIn = async (role: Role): Promise<string> =>
  (await stage.who[role].upload('資料.txt', Buffer.from(`資料 ${randomUUID()}`))).body.id;

interface Cell {
  readonly operation: Operation;
  readonly role: Role;
  readonly about: StagedName;
  readonly facts: Facts;
  readonly body: unknown;
}

async function cellsOf(operation: Operation, roles: readonly Role[], turn: number | null): Promise<Cell[]> {
  const kind = operation.path.includes('/documents/') ? 'documents' : 'receipts';
  const cells: Cell[] = [];
  for (const about of inTurn(stagedOf(kind), turn)) {
    const facts = await factsOf(stage, about);
    for (const role of roles.filter((one) => !READERS[about].includes(one)))
      for (const question of WRITES[nameOf(operation)] ?? [])
        cells.push({ operation, role, about, facts, body: question({ facts, role, uploadId: uploads[role] }) });
  }
  return cells;
}

interface Answer {
  readonly status: number;
  /** Matters of which it shows something. */
  readonly shows: readonly StagedName[];
}

async function ask({ operation, role, facts, body }: Cell): Promise<Answer> {
  const path = operation.path
    .replace('{id}', facts.id)
    .replace('{attachmentId}', facts.attachmentIds[0] ?? NOBODYS)
    .replace('{page}', '1');
  const response = await fetch(`${stage.town.url}${path}`, {
    method: operation.method,
    headers: {
      Cookie: stage.who[role].cookie,
      'Idempotency-Key': randomUUID(),
      'If-Match': `"${facts.version}"`,
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const shows = ({ bodyMark, titleMark }: Stage['staged'][StagedName]) =>
    [bodyMark, titleMark].some((mark) => text.includes(mark));
  return {
    status: response.status,
    shows: NAMES.filter((name) => !READERS[name].includes(role) && shows(stage.staged[name])),
  };
}

interface Found {
  readonly asked: number;
  /** Operations that have written, with the tables. */
  readonly wrote: Readonly<Record<string, readonly string[]>>;
  /** What was answered otherwise than that the matter is not there, by operation. */
  readonly told: Readonly<Record<string, readonly string[]>>;
}

/** Asks everything of everybody to whom it is foreign, one operation after the other. */
async function tryAll({ roles = ROLES, inTurns = true } = {}): Promise<Found> {
  const wrote: Record<string, string[]> = {};
  const told: Record<string, string[]> = {};
  let asked = 0;
  let before = await tableDigests(stage.town);
  for (const [at, operation] of writes.entries()) {
    const name = nameOf(operation);
    const waiting = await cellsOf(operation, roles, inTurns ? at : null);
    asked += waiting.length;
    const work = async (): Promise<void> => {
      for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
        const { status, shows } = await ask(cell);
        if (status !== 404 || shows.length > 0)
          told[name] = [...(told[name] ?? []), `${cell.role} ${cell.about}: ${status} ${shows.join(' ')}`];
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const after = await tableDigests(stage.town);
    const changed = [...after].filter(([place, digest]) => before.get(place) !== digest).map(([place]) => place);
    if (changed.length > 0) wrote[name] = changed;
    before = after;
  }
  return { asked, wrote, told };
}

describe('two walls, each alone, and writes', () => {
  it('each writing operation about a document or a receipt is asked', () => {
    expect(Object.keys(WRITES).sort()).toEqual(writes.map(nameOf).sort());
  });

  it('the database alone lets nobody write rows of what they may not read, but by duty', async () => {
    const found = await foreignWritesOfRows(stage);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(BY_DUTY.flatMap(({ rows, roles }) => rows.map((row) => [row, roles]))),
    );
  }, 600_000);

  it.each([
    ['the row policies alone, with CASL off,', false, true],
    ['CASL alone, with the row policies off,', true, false],
  ])(
    '%s let nobody write what they may not read',
    async (_, casl, rows) => {
      walls.casl = casl;
      await switchRows(stage.town, rows);
      try {
        const { asked, wrote, told } = await tryAll();
        console.log(`${asked} writes asked`);
        expect({ wrote, told }).toEqual({ wrote: {}, told: {} });
        expect(asked).toBeGreaterThan(isWhole ? 10_000 : 2_000);
      } finally {
        walls.casl = true;
        await switchRows(stage.town, true);
      }
    },
    900_000,
  );

  it('without both, the same requests and the same statements write: the proof asks as it should', async () => {
    walls.casl = false;
    await switchRows(stage.town, false);
    try {
      expect((await foreignWritesOfRows(stage, ['stranger'])).size).toBeGreaterThan(100);
      const { wrote, told } = await tryAll({ roles: ['officer', 'clerk', 'stranger'], inTurns: false });
      expect(Object.keys(told).sort()).toEqual(writes.map(nameOf).sort());
      expect(Object.keys(wrote).length).toBeGreaterThan(15);
    } finally {
      walls.casl = true;
      await switchRows(stage.town, true);
    }
  }, 900_000);
});
