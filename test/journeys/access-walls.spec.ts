import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import { DOCUMENTS, RECEIPTS, ROLES, type Role, type Stage, type StagedName, openStage } from './access-stage';
import { type OpenApi, type Operation, operationsOf } from './open-api-operations';

// The first wall is CASL: switched off, every policy allows everything and its SQL twin is `true`. Nothing of ours is replaced.
let withCasl = true;
jest.mock('@casl/ability', () => {
  const real = jest.requireActual<typeof import('@casl/ability')>('@casl/ability');
  return {
    ...real,
    createMongoAbility: (...rules: Parameters<typeof real.createMongoAbility>) => {
      const ability = real.createMongoAbility(...rules);
      const asked = ability.can.bind(ability);
      return Object.assign(ability, { can: (...what: Parameters<typeof asked>) => !withCasl || asked(...what) });
    },
  };
});
jest.mock('@casl/ability/extra', () => {
  const real = jest.requireActual<typeof import('@casl/ability/extra')>('@casl/ability/extra');
  return {
    ...real,
    rulesToAST: (...asked: Parameters<typeof real.rulesToAST>) =>
      withCasl ? real.rulesToAST(...asked) : { operator: 'and', value: [] },
  };
});

const contract: OpenApi = JSON.parse(readFileSync(join(projectRoot, 'apps/api/openapi.json'), 'utf8'));
const reads = operationsOf(contract).filter(({ method, streams }) => method === 'GET' && !streams);

/** Who reads what, as the town has decided; everybody else must not learn of it. */
const READERS: Readonly<Record<StagedName, readonly Role[]>> = {
  draft: ['drafter'],
  underWay: ['drafter', 'superior', 'head', 'colleague', 'clerk', 'officer', 'auditor', 'archivist'],
  decided: ['drafter', 'superior', 'head', 'colleague', 'clerk', 'officer', 'auditor', 'archivist'],
  secretUnderWay: ['drafter', 'superior'],
  topSecretUnderWay: ['drafter', 'superior'],
  personnelUnderWay: ['drafter', 'superior'],
  secretDecided: ['drafter', 'superior', 'head'],
  formerlySecret: ['drafter', 'superior', 'head', 'colleague', 'clerk', 'officer', 'auditor', 'archivist'],
  secretForNow: ['drafter', 'superior', 'head'],
  letter: [],
  secretLetter: [],
  circulatedLetter: [],
  otherLetter: [],
};
const mayRead = (role: Role, name: StagedName) => READERS[name].includes(role);
/** 件名のみの閲覧: the records officer knows of what has left its drafter's desk. */
const knowsTitle = (role: Role, name: StagedName) =>
  mayRead(role, name) || (role === 'officer' && name !== 'draft' && (DOCUMENTS as readonly string[]).includes(name));

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.town.close());

const NAMES: readonly StagedName[] = [...DOCUMENTS, ...RECEIPTS];

/** The addresses of a read: once for each matter where it is about one, else once, with what can be searched for as `q`. */
function addressesOf({ path, parameters }: Operation): { path: string; about: StagedName | null }[] {
  const at = path.replace('/api/v1', '');
  const filled = (id: string) => at.replace('{id}', id).replace(/\{\w+\}/g, '01234567-89ab-7def-8123-456789abcdef');
  for (const kind of ['documents', 'receipts'] as const)
    if (at.startsWith(`/${kind}/{id}`))
      return NAMES.filter((name) => stage.staged[name].kind === kind).map((about) => ({
        path: filled(stage.staged[about].id),
        about,
      }));
  const lists = parameters.some(({ name }) => name === 'q')
    ? ['標', ...NAMES.map((name) => stage.staged[name].bodyMark)]
    : [''];
  return lists.map((q) => ({ path: filled('1') + (q === '' ? '' : `?q=${encodeURIComponent(q)}`), about: null }));
}

/** Every read of everybody. @returns answers that hold what their reader must not learn, and how many were asked */
async function leaks(): Promise<{ asked: number; shown: number; leaks: string[] }> {
  const found: string[] = [];
  let asked = 0;
  let shown = 0;
  for (const role of ROLES) {
    const foreign = NAMES.filter((name) => !mayRead(role, name));
    for (const operation of reads)
      for (const { path, about } of addressesOf(operation)) {
        const { status, text } = await ask(role, path);
        asked++;
        const holds = (name: StagedName, mark: 'titleMark' | 'bodyMark') => text.includes(stage.staged[name][mark]);
        for (const name of foreign)
          if (holds(name, 'bodyMark') || (!knowsTitle(role, name) && holds(name, 'titleMark')))
            found.push(`${role} ${path} shows ${name}`);
        if (about && foreign.includes(about) && status < 400)
          found.push(`${role} ${path} answers ${status} for ${about}`);
        if (status < 400) shown += NAMES.filter((name) => mayRead(role, name) && holds(name, 'titleMark')).length;
      }
  }
  return { asked, shown, leaks: found };
}

async function ask(role: Role, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${stage.town.url}/api/v1${path}`, { headers: { Cookie: stage.who[role].cookie } });
  const text = await response.text();
  // What was asked for stands in some answers, as the words that were understood.
  return { status: response.status, text: text.replaceAll(/"(?:text|q|words|needle|label)":"[^"]*標[甲-鿿]?"/g, '') };
}

/** The second wall: row policies, and the conditions of the views. */
async function switchRows(on: boolean): Promise<void> {
  await stage.town.database.dataSource.query(`
    create or replace function platform.is_office() returns boolean language sql stable parallel safe as $$ select ${on ? "current_user <> 'fubako_api'" : 'true'} $$;
    do $do$ declare t text; begin
      for t in select table_name from platform.walled where standing = 'walled' loop
        execute format('alter table %s ${on ? 'enable' : 'disable'} row level security', t::regclass);
      end loop; end $do$`);
}

describe('two walls, each alone', () => {
  it('both together show everybody what is theirs', async () => {
    const seen: Partial<Record<StagedName, Role[]>> = {};
    for (const name of NAMES) {
      const { kind, id } = stage.staged[name];
      seen[name] = [];
      for (const role of ROLES) if ((await ask(role, `/${kind}/${id}`)).status === 200) seen[name].push(role);
    }
    expect(seen).toEqual(READERS);
  });

  it('both together leak nothing', async () => {
    const { asked, shown, leaks: found } = await leaks();
    console.log(`${asked} answers looked through, ${shown} titles of one's own seen`);
    expect(found).toEqual([]);
    expect([asked > 2_000, shown > 500]).toEqual([true, true]);
  }, 200_000);

  it('the row policies alone, with CASL off, leak nothing', async () => {
    withCasl = false;
    try {
      expect((await leaks()).leaks).toEqual([]);
    } finally {
      withCasl = true;
    }
  }, 200_000);

  it('CASL alone, with the row policies off, leaks nothing', async () => {
    await switchRows(false);
    try {
      expect((await leaks()).leaks).toEqual([]);
    } finally {
      await switchRows(true);
    }
  }, 200_000);

  it('without both, everything lies open: the proof looks where it should', async () => {
    withCasl = false;
    await switchRows(false);
    try {
      const { leaks: found } = await leaks();
      for (const name of NAMES) expect([name, found.some((leak) => leak.includes(name))]).toEqual([name, true]);
    } finally {
      withCasl = true;
      await switchRows(true);
    }
  }, 200_000);
});
