import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import {
  NAMES,
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
import { signIn } from './town';

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
const reads = operationsOf(contract).filter(({ method, streams }) => method === 'GET' && !streams);

/** 緊急閲覧: what is open to one person beside what is theirs. */
let opened: { readonly role: Role; readonly names: readonly StagedName[] } | null = null;
const mayRead = (role: Role, name: StagedName) =>
  READERS[name].includes(role) || (opened?.role === role && opened.names.includes(name));
/** 件名のみの閲覧: the records officer knows of every document that has left its drafter's desk. */
const knowsTitle = (role: Role, name: StagedName) =>
  mayRead(role, name) || (role === 'officer' && name !== 'draft' && stagedOf('documents').includes(name));

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.town.close());

/** Where the words of each matter are looked for, one by one. */
const SOUGHT_IN = ['/search', '/search/count', '/search/facets', '/receipts'];

interface Address {
  readonly path: string;
  /** The matter that the address names. */
  readonly about: StagedName | null;
  /** The matter whose words are looked for. */
  readonly sought: StagedName | null;
}

/** The addresses of a read: once for each matter where it is about one, else once, and for the words of each where words can be asked. */
function addressesOf({ path, parameters }: Operation, turn: number | null): Address[] {
  const at = path.replace('/api/v1', '');
  const filled = (id: string) => at.replace('{id}', id).replace(/\{\w+\}/g, '01234567-89ab-7def-8123-456789abcdef');
  for (const kind of ['documents', 'receipts'] as const)
    if (at.startsWith(`/${kind}/{id}`))
      return inTurn(stagedOf(kind), turn).map((about) => ({
        path: filled(stage.staged[about].id),
        about,
        sought: null,
      }));
  const lists: Address[] = [{ path: filled('1'), about: null, sought: null }];
  if (!parameters.some(({ name }) => name === 'q')) return lists;
  const looking = (q: string) => `${filled('1')}?q=${encodeURIComponent(q)}`;
  const words = (SOUGHT_IN.includes(at) ? inTurn(NAMES, turn) : []).map((sought) => ({
    path: looking(stage.staged[sought].bodyMark),
    about: null,
    sought,
  }));
  return [...lists, { path: looking('題標'), about: null, sought: null }, ...words];
}

interface Found {
  readonly asked: number;
  readonly own: number;
  readonly leaks: readonly string[];
}

interface Looking {
  readonly own: boolean;
  /** Each operation about some of the matters only. */
  readonly inTurns?: boolean;
}

/**
 * The reads of these people. @returns answers that hold what their reader must not learn, how many were looked through, and how
 * often somebody saw the title of what is theirs
 */
async function look(roles: readonly Role[], { own: withOwn, inTurns = true }: Looking): Promise<Found> {
  const leaks: string[] = [];
  let [asked, own] = [0, 0];
  const lookAt = async (role: Role, { path, about, sought }: Address): Promise<void> => {
    // What is drawn for those who may read it would not be looked through.
    if (about && mayRead(role, about) && (!withOwn || path.endsWith('.pdf'))) return;
    const { status, text } = await ask(role, path);
    asked++;
    const shows = (name: StagedName, mark: 'titleMark' | 'bodyMark') => text.includes(stage.staged[name][mark]);
    for (const name of NAMES) {
      if (mayRead(role, name)) own += Number(status < 400 && shows(name, 'titleMark'));
      // The words that were asked stand in the answer; then it must be empty.
      else if (sought === name ? isAnything(text) : shows(name, 'bodyMark'))
        leaks.push(`${role} ${path} shows the content of ${name}`);
      else if (!knowsTitle(role, name) && shows(name, 'titleMark'))
        leaks.push(`${role} ${path} shows the title of ${name}`);
    }
    if (about && !mayRead(role, about) && status < 400) leaks.push(`${role} ${path} answers ${status} for ${about}`);
  };
  for (const role of roles)
    for (const [at, operation] of reads.entries())
      await Promise.all(
        addressesOf(operation, inTurns ? at + ROLES.indexOf(role) : null).map((address) => lookAt(role, address)),
      );
  return { asked, own, leaks: leaks.sort() };
}

/** Whether an answer in JSON has found or counted anything. */
function isAnything(text: string): boolean {
  if (!text.startsWith('{')) return text.split('\n').length > 2;
  const { items = [], count = 0 } = JSON.parse(text) as { items?: unknown[]; count?: number };
  return items.length > 0 || count > 0;
}

async function ask(role: Role, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${stage.town.url}/api/v1${path}`, { headers: { Cookie: stage.who[role].cookie } });
  return { status: response.status, text: await response.text() };
}

const pathOf = (name: StagedName) => `/${stage.staged[name].kind}/${stage.staged[name].id}`;
/** One secret matter by its number, and of another section what is not secret. */
const OPENED = ['secretDecided', 'otherLetter'] as const satisfies readonly StagedName[];

/** Opens them to the administrator of the system, with the word of a second person. @returns what ends it */
async function openEmergency(): Promise<() => Promise<void>> {
  const { who, town } = stage;
  const { draftNumber } = JSON.parse((await ask('drafter', pathOf('secretDecided'))).text) as { draftNumber: string };
  const until = new Date((await town.clock.now()).getTime() + 7_200_000).toISOString();
  const confirmer = await signIn(town.url, 's1004');
  const ids: string[] = [];
  for (const scope of [{ numbers: [draftNumber] }, { unitCode: 'S23' }]) {
    const { body } = await who.systemAdmin.post('/emergency-readings', { reason: '豪雨の避難対応', until, ...scope });
    expect((await confirmer.post(`/emergency-readings/${body.id}/confirmation`)).status).toBe(204);
    ids.push(body.id);
  }
  opened = { role: 'systemAdmin', names: OPENED };
  for (const name of OPENED) expect([name, (await ask('systemAdmin', pathOf(name))).status]).toEqual([name, 200]);
  return async () => {
    opened = null;
    for (const id of ids) expect((await who.systemAdmin.post(`/emergency-readings/${id}/end`)).status).toBe(204);
  };
}

describe('two walls, each alone', () => {
  it('both together show everybody what is theirs', async () => {
    const seen: Partial<Record<StagedName, Role[]>> = {};
    for (const name of NAMES) {
      const { kind, id } = stage.staged[name];
      seen[name] = [];
      for (const role of ROLES) if ((await ask(role, `/${kind}/${id}`)).status === 200) seen[name].push(role);
    }
    const inOrder = Object.entries(READERS).map(([name, roles]) => [
      name,
      ROLES.filter((role) => roles.includes(role)),
    ]);
    expect(seen).toEqual(Object.fromEntries(inOrder));
  });

  it('both together leak nothing', async () => {
    const { asked, own, leaks } = await look(ROLES, { own: true });
    console.log(`${asked} answers looked through, ${own} titles of one's own seen`);
    expect(leaks).toEqual([]);
    expect([asked > (isWhole ? 10_000 : 3_000), own > 500]).toEqual([true, true]);
  }, 600_000);

  it('the row policies alone, with CASL off, leak nothing', async () => {
    walls.casl = false;
    try {
      expect((await look(ROLES, { own: false })).leaks).toEqual([]);
    } finally {
      walls.casl = true;
    }
  }, 600_000);

  it('CASL alone, with the row policies off, leaks nothing', async () => {
    await switchRows(stage.town, false);
    try {
      expect((await look(ROLES, { own: false })).leaks).toEqual([]);
    } finally {
      await switchRows(stage.town, true);
    }
  }, 600_000);

  it.each([
    ['both together', true, true],
    ['the row policies alone, with CASL off,', false, true],
    ['CASL alone, with the row policies off,', true, false],
  ])(
    'ID-23 %s leak nothing beyond what an emergency has opened',
    async (_, casl, rows) => {
      const end = await openEmergency();
      walls.casl = casl;
      await switchRows(stage.town, rows);
      try {
        const { own, leaks } = await look(['systemAdmin'], { own: true, inTurns: false });
        expect(leaks).toEqual([]);
        expect(own).toBeGreaterThan(0);
      } finally {
        walls.casl = true;
        await switchRows(stage.town, true);
        await end();
      }
      for (const name of OPENED) expect((await ask('systemAdmin', pathOf(name))).status).toBe(404);
    },
    600_000,
  );

  it('without both, everything lies open: the proof looks where it should', async () => {
    walls.casl = false;
    await switchRows(stage.town, false);
    try {
      const { leaks } = await look(['stranger', 'systemAdmin'], { own: false, inTurns: false });
      for (const name of NAMES.filter((one) => !mayRead('stranger', one)))
        expect([name, leaks.some((leak) => leak.endsWith(`content of ${name}`))]).toEqual([name, true]);
    } finally {
      walls.casl = true;
      await switchRows(stage.town, true);
    }
  }, 600_000);
});
