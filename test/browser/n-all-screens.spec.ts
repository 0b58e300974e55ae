import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { placeHold, seedFiles } from '../journeys/disposals';
import { type Town, approveBy, submitContract } from '../journeys/town';
import { approveUntil } from './support/approve-until';
import { stateAround, WATCH, wordFields } from './support/fields';
import { differences, pictureOf, setInKnownLetters } from './support/golden';
import { convert } from './support/ime';
import { expectAccessible } from './support/looks';
import { eachOpened, isRefusedWrite, refuseWrites } from './support/opened';
import { type Stage, openStillStage } from './support/stage';
import { story } from './support/story';

interface Screen {
  readonly role: string;
  readonly path: string;
  readonly query?: string;
  readonly first?: { readonly of: string; readonly key: string };
}

const { people, screens } = JSON.parse(readFileSync(join(projectRoot, 'apps/cli/tasks/lib/screens.json'), 'utf8')) as {
  people: Record<string, string>;
  screens: readonly Screen[];
};

/** Friday, 10:00 in the town. */
const NOW = '2026-11-27T01:00:00Z';
const DECIDED = '配食業務委託契約の締結について';
const LARGE = '町立診療所の改修工事請負契約の締結について';
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A role has up to a dozen screens, each looked through by axe and with every field of it written in. */
jest.setTimeout(240_000);

let stage: Stage & { readonly town: Town };
let decided: string;
let large: string;

/** What happens in the town, minute after minute: lists stand in one order. */
function minutes(town: Town) {
  let at = Date.parse(NOW) - 10 * 60_000;
  return <T>(happens: () => Promise<T>): Promise<T> => {
    town.clock.set(new Date((at += 60_000)));
    return happens();
  };
}

beforeAll(async () => {
  stage = await openStillStage(NOW);
  const { town } = stage;
  const minute = minutes(town);
  const contract = (subject: string, fields: object = {}) =>
    minute(() => submitContract(town, { fields: { subject, ...fields } }));
  decided = await contract(DECIDED);
  await minute(() => approveBy(town, decided, 'goto', 'fukagawa', 'takarabe', 'eto'));
  for (const subject of ['介護予防教室の委託契約の締結について', '福祉会館の空調修繕契約の締結について']) {
    const id = await contract(subject);
    await minute(() => approveUntil(town, id, 'eto'));
  }
  large = await contract(LARGE, { amount: 12_000_000 });
  await minute(() => approveUntil(town, large, 'machida'));
  const [file] = await seedFiles(town, 1, { expiresOn: '2027-03-31', fiscalYear: 2021, title: '道路占用許可' });
  await placeHold(town, { fileId: file?.fileId ?? '' }, { ground: 'lawsuit', on: '2026-11-01' });
  town.clock.set(NOW);
}, 120_000);
afterAll(() => stage?.close());

const seat = async (login: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await stage.seat(login, options);
  page.setDefaultTimeout(30_000);
  await page.clock.setFixedTime(new Date(NOW));
  await setInKnownLetters(page);
  return page;
};

describe('golden pictures', () => {
  const step = story(() => stage);

  interface Golden {
    readonly name: string;
    readonly login: string;
    readonly path: () => string;
    readonly ready: (page: Page) => Promise<void>;
    readonly options?: BrowserContextOptions;
  }
  const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, exact: true }).first().waitFor();
  const goldens: readonly Golden[] = [
    {
      name: 'inbox',
      login: 'eto',
      path: () => '/inbox',
      ready: (page) => page.getByRole('button', { name: '決裁する' }).waitFor(),
    },
    {
      name: 'document',
      login: 'hara',
      path: () => `/documents/${decided}`,
      ready: (page) => page.getByRole('list', { name: '決裁欄' }).getByRole('listitem').first().waitFor(),
    },
    {
      name: 'document-phone',
      login: 'machida',
      path: () => `/documents/${large}`,
      ready: (page) => page.getByRole('button', { name: '決裁する' }).waitFor(),
      options: PHONE,
    },
    {
      name: 'draft',
      login: 'hara',
      path: () => '/draft/form?type=contract',
      ready: (page) => page.getByRole('article', { name: '起案用紙' }).waitFor(),
    },
    {
      name: 'desk',
      login: 'chiba',
      path: () => '/records',
      ready: (page) => page.getByRole('heading', { name: 'ファイル基準表' }).waitFor(),
    },
    {
      name: 'absences-tablet',
      login: 'fukagawa',
      path: () => '/absences',
      ready: (page) => page.getByRole('rowheader').first().waitFor(),
      options: { viewport: { width: 1112, height: 834 }, hasTouch: true },
    },
    {
      name: 'delegation-en',
      login: 'chiba',
      path: () => '/delegation',
      ready: (page) => page.getByRole('rowheader').first().waitFor(),
      options: { locale: 'en-US' },
    },
    { name: 'my', login: 'hara', path: () => '/my', ready: heading('自分の設定') },
  ];

  for (const { name, login, path, ready, options } of goldens)
    step(`${name} looks as it did when somebody looked at it`, async () => {
      const page = await seat(login, options);
      if (options?.locale === 'en-US') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
      await page.goto(path(), { waitUntil: 'networkidle' });
      await ready(page);
      expect(await differences(page, name, await pictureOf(page))).toEqual([]);
    });

  step('a button that moved by four pixels, another colour and another word are each seen', async () => {
    const page = await seat('eto');
    await page.goto('/inbox', { waitUntil: 'networkidle' });
    const button = page.getByRole('button', { name: '決裁する' });
    await button.waitFor();
    const planted = async (change: string) => {
      await page.evaluate(`(() => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent.includes('決裁する'));
        button.removeAttribute('style');
        ${change}
      })()`);
      return (await differences(page, 'inbox', await pictureOf(page))).length;
    };
    expect(await planted('')).toBe(0);
    expect(await planted(`button.style.translate = '4px 0';`)).toBeGreaterThan(0);
    expect(await planted(`button.style.background = '#00693e';`)).toBeGreaterThan(0);
    expect(await planted(`button.textContent = '承認する';`)).toBeGreaterThan(0);
  });
});

describe('every screen', () => {
  const step = story(() => stage);
  let everOpened = 0;

  it('has a line in the list of screens', () => {
    const routes = ['router.tsx', 'records-routes.tsx']
      .map((file) => readFileSync(join(projectRoot, 'apps/web/src/app', file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/createRoute\(\{[^}]*?path: '([^']+)'/gs)].map(([, path = '']) => path));
    const listed = new Set(screens.map(({ path }) => path));
    // The sign-in screen has stories of its own; a revision is reached by an act alone, and has the fields of a draft.
    const apart = ['/', '/sign-in', '/draft/revision', '/extensions/$id'];
    expect(routes.filter((path) => !listed.has(path) && !apart.includes(path))).toEqual([]);
    expect(routes.length).toBeGreaterThan(35);
  });

  for (const role of Object.keys(people))
    step(`of ${role} is accessible, and the Enter that ends a conversion does nothing in any field of it`, async () => {
      const login = people[role] ?? '';
      const page = await seat(login);
      const passed: string[] = [];
      for (const screen of screens.filter((one) => one.role === role)) {
        const path = await addressOf(screen, login);
        if (path === null) continue;
        await page.goto(path, { waitUntil: 'networkidle' });
        await expectAccessible(page, `n-${role}${screen.path.replaceAll('/', '-').replace('$', '')}`);
        passed.push(...(await composeEverywhere(page)));
      }
      expect(passed).toEqual([]);
    });

  for (const role of Object.keys(people))
    step(`of ${role}: what its buttons open is accessible, takes a conversion, and closes with Escape`, async () => {
      const login = people[role] ?? '';
      const page = await seat(login);
      await refuseWrites(page);
      const faults: string[] = [];
      let opened = 0;
      for (const screen of screens.filter((one) => one.role === role)) {
        const path = await addressOf(screen, login);
        if (path === null) continue;
        await page.goto(path, { waitUntil: 'networkidle' });
        const found = await eachOpened(page, path, async (opening) => {
          opened += 1;
          await expectAccessible(page, `n-opened-${role}-${opened}`);
          faults.push(...(await composeEverywhere(page, wordFields(page, opening))));
        });
        faults.push(...found);
      }
      expect(faults).toEqual([]);
      everOpened += opened;
      expect(stage.faults.take().filter((fault) => !isRefusedWrite(fault))).toEqual([]);
    });

  it('has buttons that open something', () => expect(everOpened).toBeGreaterThan(20));
});

/** The screen of the first thing of its list; null where this town has none. */
async function addressOf({ path, query = '', first }: Screen, login: string): Promise<string | null> {
  if (!first) return path + query;
  const { body } = await (await stage.town.as(login)).get(first.of);
  const id: string | undefined = body.items[0]?.[first.key];
  return id ? path.replace('$id', id) : null;
}

/** @returns fields in which something happened, or what was written is not there */
async function composeEverywhere(page: Page, fields = wordFields(page)): Promise<string[]> {
  const faults: string[] = [];
  const count = await fields.count();
  for (let at = 0; at < count; at += 1) {
    const field = fields.nth(at);
    const name = `${page.url()} ${(await field.getAttribute('id')) ?? (await field.getAttribute('name')) ?? at}`;
    await page.evaluate(WATCH);
    await field.focus();
    const before = await stateAround(page, field);
    await convert(page, 'けいやく', '契約');
    const value = await field.inputValue();
    const after = await stateAround(page, field);
    if (!value.includes('契約') || JSON.stringify(after) !== JSON.stringify(before))
      faults.push(`${name}: ${value} ${JSON.stringify({ before, after })}`);
  }
  return faults;
}
