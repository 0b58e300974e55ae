import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VerifyObjects } from '@fubako/scans';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { approveBy, submitContract } from '../journeys/town';
import { eventually } from '../support/eventually';
import { approveUntil } from './support/approve-until';
import { expectAccessible, look } from './support/looks';
import { digested, submitWithPaper } from './support/papers';
import { type Stage, knock, openStage, signInByForm } from './support/stage';
import { story } from './support/story';
import { coveredByStrip } from './support/strip';

const DECIDED = '配食業務委託契約の締結について';
const WAITING = '介護予防教室の委託契約の締結について';
const LARGE = '町立診療所の改修工事請負契約の締結について';
const SECRET = '職員の処分に関する伺いについて';

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
/** The same screens as the width, the language and the eyes of people differ. */
const MANNERS: readonly [name: string, options: BrowserContextOptions][] = [
  ['en', { locale: 'en-US' }],
  ['tablet', { viewport: { width: 1112, height: 834 }, hasTouch: true }],
  ['phone', PHONE],
  // 200 % zoom of a desk: half the CSS pixels, each twice as large.
  ['zoom', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
  // 400 % zoom of a window of 1280×1024 (WCAG 1.4.10).
  ['reflow', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
];

let stage: Stage;
let waiting: string;
let large: string;

beforeAll(async () => {
  stage = await openStage();
  const { town } = stage;
  waiting = await submitWithPaper(town, { subject: WAITING });
  const decided = await submitContract(town, { fields: { subject: DECIDED } });
  await approveBy(town, decided, 'goto', 'fukagawa', 'takarabe', 'eto');
  await submitContract(town, { fields: { subject: SECRET }, attributes: { confidentiality: 'secret' } });
  large = await submitContract(town, { fields: { subject: LARGE, amount: 12_000_000 } });
  await approveUntil(town, large, 'machida');
  await digested(await town.as('hara'), waiting);
});
afterAll(() => stage?.close());

describe('町田, the mayor, on a phone', () => {
  const step = story(() => stage);

  step('reads what waits, decides it, and is back at an empty list', async () => {
    const page = await stage.seat('machida', PHONE);
    await page.goto('/inbox');
    await page.getByRole('link', { name: LARGE }).waitFor();
    await expectAccessible(page, '7-mayor-inbox');
    // Longer than reading takes to count: behind the list nothing has been read.
    await page.waitForTimeout(1_200);
    expect(await unread('machida')).toEqual([LARGE]);
    await page.getByRole('link', { name: LARGE }).tap();
    await page.getByRole('article', { name: '起案用紙' }).waitFor();
    await expectAccessible(page, '7-mayor-document');
    await eventually(
      () => unread('machida'),
      (titles) => titles.length === 0,
    );
    await page.getByRole('button', { name: '決裁する' }).tap();
    await page.getByText(`「${LARGE}」を決裁しました。`).waitFor();
    await page.getByText('待っている文書はありません。').waitFor();
    await expectAccessible(page, '7-mayor-decided');
    const { body } = await (await stage.town.as('hara')).get(`/documents/${large}`);
    expect(body).toMatchObject({ state: 'decided', dispatchNumber: expect.stringMatching(/浜福第\d+号$/) });
  });
});

describe('those who look on', () => {
  const step = story(() => stage);

  step('the auditor reads what was decided, acts on nothing, and knows nothing of what is secret', async () => {
    const page = await stage.window();
    await knock(page);
    await signInByForm(page, 's1125');
    expect(await screens(page)).toEqual([
      '受信箱',
      '起案',
      '文書',
      '収受',
      '供覧',
      '未施行',
      '文書検索',
      '記録管理',
      '簿冊',
      '満了簿冊',
      '廃棄保留',
      '保存・廃棄',
      '管理簿',
      '紙・書庫',
      '年度切替',
      '不在',
      '状況',
      '専決規程',
      '様式',
      '保管庫',
    ]);
    await find(page, DECIDED);
    await page.getByRole('list', { name: '検索結果' }).getByRole('link', { name: DECIDED }).click();
    await page.getByRole('link', { name: '起案用紙をPDFで保存' }).waitFor();
    expect(await page.getByRole('button', { name: /する$|戻す$/ }).allInnerTexts()).toEqual(['印刷する', '再起案する']);
    await expectAccessible(page, '7-auditor-document');
    await find(page, SECRET);
    // On another screen: here a button keeps the search, and its name holds that of the menu.
    await page.getByText('見つかりませんでした').waitFor();
    await page.goto('/documents');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('menuitem', { name: '簿冊', exact: true }).click();
    await page.getByRole('heading', { name: '簿冊' }).waitFor();
    await page.getByText('契約').first().waitFor();
    await expectAccessible(page, '7-auditor-record-files');
  });

  step('the system administrator reads nobody’s documents', async () => {
    const page = await stage.window();
    await knock(page);
    await signInByForm(page, 's1011');
    expect(await screens(page)).toEqual([
      '受信箱',
      '起案',
      '文書',
      '収受',
      '供覧',
      '未施行',
      '文書検索',
      '記録管理',
      '簿冊',
      '満了簿冊',
      '廃棄保留',
      '保存・廃棄',
      '管理簿',
      '紙・書庫',
      '年度切替',
      '不在',
      '保管庫',
    ]);
    await expectAccessible(page, '7-administrator-inbox');
    for (const title of [DECIDED, WAITING, SECRET]) {
      await find(page, title);
      await page.getByText('見つかりませんでした').waitFor();
    }
    await page.getByRole('link', { name: '文書', exact: true }).click();
    await page.getByText('該当する文書はありません。').waitFor();
    await expectAccessible(page, '7-administrator-documents');
  });

  step(
    'SCN-18 a notice leads the system administrator to the store: what is wrong, what mends it, how much there is',
    async () => {
      const hash = await damagedUpload('消えた控え');
      const page = await stage.seat('s1011');
      await eventually(
        () => page.request.get('/api/v1/notifications').then((answer) => answer.json()),
        ({ items }: { items: { kind: string }[] }) => items.some(({ kind }) => kind === 'objects_damaged'),
      );
      await page.goto('/documents');
      await page.getByRole('button', { name: /お知らせ/ }).click();
      await page.getByRole('button', { name: /保管庫の点検で異状が見つかりました/ }).click();
      await page.getByRole('heading', { name: '保管庫', exact: true }).waitFor();
      const finding = page.getByRole('table', { name: '点検で見つかった異状' }).getByRole('row', { name: hash });
      await finding.getByText('原本がなくなっている').waitFor();
      await finding.getByText(/控えから、同じ名前（ハッシュ値）で元の場所に戻してください/).waitFor();
      await finding.getByText('未解消').waitFor();
      await page.getByText('上限は設けていません').waitFor();
      for (const table of ['種類ごと', '月ごとの増え方', '大きいファイル'])
        expect(await page.getByRole('table', { name: table }).getByRole('row').count()).toBeGreaterThan(1);
      expect(await page.getByRole('main').innerText()).not.toContain('仕様書');
      await expectAccessible(page, '7-administrator-store');
      Object.assign(stage.town.settings.values, { STORE_QUOTA_BYTES: 1_000_000_000 });
      await page.setViewportSize({ width: 1112, height: 834 });
      await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
      await page.reload();
      await page.getByRole('meter', { name: 'Kept' }).waitFor();
      await page.getByText(/ of 954 MB \(.*%\) are used/).waitFor();
      await expectAccessible(page, '7-administrator-store-en');
      Object.assign(stage.town.settings.values, { STORE_QUOTA_BYTES: undefined });
    },
  );
});

describe('few hands', () => {
  const step = story(() => stage);

  step(
    '原 drafts and submits a routine contract from the last one with a click, its new title and two keys',
    async () => {
      const page = await stage.seat('hara');
      await page.goto('/draft');
      const last = page.getByRole('listitem').filter({ hasText: DECIDED });
      await last.getByRole('link', { name: '前回をもとに起案' }).click();
      const subject = page.locator('[id="fields.subject"]');
      await eventually(
        () => subject.inputValue(),
        (text) => text === DECIDED,
      );
      await subject.fill('配食業務委託契約(その2)の締結について');
      await page.keyboard.press('Control+Enter');
      const sheet = page.getByRole('dialog', { name: 'この内容で起案します' });
      await sheet.getByRole('button', { name: '起案する' }).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/documents\//);
      await page.getByRole('heading', { name: '配食業務委託契約(その2)の締結について' }).waitFor();
    },
  );

  step('and has a document before him from any screen with /, its words and Enter', async () => {
    const page = await stage.seat('hara');
    await page.goto('/documents', { waitUntil: 'networkidle' });
    await page.keyboard.press('/');
    await page.waitForURL(/\/search/);
    await page.getByRole('textbox').or(page.getByRole('combobox')).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('介護予防教室');
    await page.keyboard.press('Enter');
    const preview = page.getByRole('region', { name: '選んだ文書' });
    await preview.getByRole('heading', { name: WAITING }).first().waitFor();
  });
});

describe.each(MANNERS)('every screen, %s', (name, options) => {
  const step = story(() => stage);

  step(`inbox, document, draft and search can be used (${name})`, async () => {
    const page = await stage.seat('goto', options);
    if (name === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await open(page, '/inbox');
    const title = page.getByRole('link', { name: WAITING });
    await title.waitFor();
    await expectAccessible(page, `8-${name}-inbox`);
    await page.keyboard.press('v');
    await eventually(
      () => coveredByStrip(page),
      (covered) => covered.length === 0,
    );
    await expectAccessible(page, `8-${name}-inbox-strip`);
    await title.click();
    await page.getByRole('tab', { name: '仕様書.pdf' }).click();
    await page.locator('canvas').first().waitFor();
    await expectAccessible(page, `8-${name}-inbox-document`);
    await open(page, `/documents/${waiting}`);
    await page.getByRole('heading', { name: WAITING }).waitFor();
    await page
      .getByRole('article')
      .getByText(/1,200,000/)
      .waitFor();
    await expectAccessible(page, `8-${name}-document`);
    await open(page, '/draft');
    await page.getByText('契約の締結').first().waitFor();
    await expectAccessible(page, `8-${name}-draft-start`);
    await open(page, '/draft/form?type=contract');
    await page.locator('[id="fields.subject"]').fill('介護用品の購入契約について');
    await page.locator('[id="fields.amount"]').fill('500000');
    await page
      .getByText(/RULE-2\d/)
      .first()
      .waitFor({ state: 'attached' });
    await expectAccessible(page, `8-${name}-draft`);
    await chooseByKeys(page, name);
    await open(page, `/search?q=${encodeURIComponent('契約')}`);
    await page.getByRole('link', { name: WAITING }).first().waitFor();
    await expectAccessible(page, `8-${name}-search`);
  });
});

/** The focus scrolls a combo box into view: its list stays open, beside it, and is used by the keyboard. */
async function chooseByKeys(page: Page, name: string): Promise<void> {
  const box = page.getByRole('combobox').last();
  const list = page.getByRole('listbox');
  // The first saving gives the draft its address and its number; until then the form may still change under the focus.
  await page.waitForURL(/[?&]doc=/);
  await page.waitForLoadState('networkidle');
  await page.locator('[id="fields.subject"]').focus();
  await box.focus();
  // Longer than a scrolling takes, and than a touch screen's keyboard, for which the list waits.
  await page.waitForTimeout(1_000);
  await list.waitFor();
  await look(page, `8-${name}-draft-list`);
  const [input, opened] = [await box.boundingBox(), await list.boundingBox()];
  if (!input || !opened) throw new Error('The list of the combo box is not shown.');
  const gap = Math.max(opened.y - (input.y + input.height), input.y - (opened.y + opened.height));
  expect({ name, gap: gap >= 0 && gap < 24 }).toEqual({ name, gap: true });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'detached' });
  expect(await box.inputValue()).toMatch(/^\d{2}-\d{2}/);
}

/** Until everything the screen asked for is there. */
const open = (page: Page, path: string) => page.goto(path, { waitUntil: 'networkidle' });

/** A file that was taken in, and whose bytes are gone when the store is verified. @returns the beginning of its hash */
async function damagedUpload(text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect((await (await stage.town.as('hara')).upload('控え.txt', bytes)).status).toBe(201);
  const data = stage.town.settings.values.FUBAKO_DATA;
  const places = readdirSync(data, { recursive: true, encoding: 'utf8' });
  rmSync(join(data, places.find((place) => place.endsWith(hash)) ?? hash));
  await stage.town.app.get(VerifyObjects, { strict: false }).run();
  return hash.slice(0, 12);
}

/** Titles that stand as unread in the person's inbox. */
async function unread(login: string): Promise<string[]> {
  const { body } = await (await stage.town.as(login)).get('/inbox');
  return body.items.filter((item: { unread: boolean }) => item.unread).map((item: { title: string }) => item.title);
}

/** Every screen of the bar, those of its menus after the others. */
async function screens(page: Page): Promise<string[]> {
  const bar = page.getByRole('navigation', { name: '画面' });
  await bar.getByRole('button').first().waitFor();
  const texts = await bar.getByRole('link').allInnerTexts();
  for (const group of await bar.getByRole('button').all()) {
    await group.click();
    await page.getByRole('menu').waitFor();
    texts.push(...(await page.getByRole('menuitem').allInnerTexts()));
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }
  return texts.map((text) => text.replace(/\s*\d+$/, '').trim());
}

async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: '文書検索' }).click();
  await page.getByRole('combobox', { name: '文書を検索' }).fill(words);
  const answer = page.waitForResponse((one) => {
    const { pathname, searchParams } = new URL(one.url());
    return pathname === '/api/v1/search' && searchParams.get('q') === words;
  });
  await page.getByRole('combobox', { name: '文書を検索' }).press('Enter');
  await answer;
}
