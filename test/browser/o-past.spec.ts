import type { BrowserContextOptions, Page } from 'playwright-core';
import { jst } from '../journeys/scenarios';
import { CONTRACT_FIELDS, act, submitContract } from '../journeys/town';
import { expectAccessible } from './support/looks';
import { type Stage, openStillStage } from './support/stage';
import { story } from './support/story';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const BEFORE = CONTRACT_FIELDS.subject;
const AFTER = '高齢者見守り業務委託契約(単価契約)の締結について';

const NOW = jst('2026-05-20 09:00');

let stage: Stage;
let id: string;
/** Submitted and agreed to on 11 May, returned on 12 May, submitted under another name on 13 May; looked at on 20 May. */
beforeAll(async () => {
  const still = await openStillStage('2026-05-11T01:00:00Z');
  stage = still;
  const { town } = still;
  id = await submitContract(town);
  expect((await act(town, 'goto', id)).status).toBe(201);
  town.clock.set(jst('2026-05-12 10:00'));
  expect((await act(town, 'fukagawa', id, 'return', { comment: '単価契約と書くこと' })).status).toBe(201);
  town.clock.set(jst('2026-05-13 10:00'));
  const hara = await town.as('hara');
  const { version } = (await hara.get(`/documents/${id}`)).body;
  const fields = { ...CONTRACT_FIELDS, subject: AFTER };
  const edited = await hara.patch(`/documents/${id}`, { fields }, { ifMatch: version });
  expect(edited.status).toBe(200);
  const again = await hara.post(`/documents/${id}/submissions`, {
    expectedVersion: edited.body.version,
    note: '直しました',
  });
  expect(again.status).toBe(201);
  town.clock.set(NOW);
}, 180_000);
afterAll(() => stage?.close());

/** The clock of the browser says what that of the town says. */
const sit = async (login: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await stage.seat(login, options);
  await page.clock.setFixedTime(NOW);
  return page;
};
const typeDay = async (page: Page, label: RegExp, day: string) => {
  await page.getByRole('textbox', { name: label }).fill(day);
  await page.keyboard.press('Tab');
};

describe('a past day of a document in the browser (DOC-12)', () => {
  const step = story(() => stage);

  step('原 opens it from the document with the keyboard and sees 11 May as it was, marked as past', async () => {
    const page = await sit('hara');
    await page.goto(`/documents/${id}`);
    await page.getByRole('heading', { name: AFTER, level: 1 }).waitFor();
    await page.getByRole('tab', { name: '経過' }).press('Enter');
    await page.getByRole('link', { name: '過去の日の姿' }).press('Enter');
    await page.getByText('今日のここまでの姿です。', { exact: false }).waitFor();
    await typeDay(page, /^見る日/, 'R8.5.11');
    await page.waitForURL(/day=2026-05-11/);
    await page.getByRole('note').getByText('令和8年5月11日の終わりの姿です。', { exact: false }).waitFor();
    await page.getByRole('heading', { name: BEFORE, level: 1 }).waitFor();
    expect(await page.getByText(AFTER).count()).toBe(0);
    expect(await page.getByText('単価契約と書くこと').count()).toBe(0);
    await page.getByRole('heading', { name: 'この日に閲覧できた人' }).waitFor();
    await page.getByText('福祉係 係長 後藤 学').first().waitFor();
    await expectAccessible(page, 'o-1-past');
  });

  step('nothing can be done from it: it has the day, printing and the way back, and no act', async () => {
    const page = await sit('fukagawa');
    await page.goto(`/documents/${id}/as-of?day=2026-05-11`);
    await page.getByRole('note').waitFor();
    const main = page.getByRole('main');
    expect(await main.getByRole('button').allTextContents()).toEqual(expect.arrayContaining(['印刷する']));
    expect(await main.getByRole('button', { name: /承認|差戻|決裁|編集|引戻/ }).count()).toBe(0);
    await page.getByRole('link', { name: '今の文書へ戻る' }).press('Enter');
    await page.getByRole('heading', { name: AFTER, level: 1 }).waitFor();
  });

  step('12 May shows the return; a day to come and one before the drafting say so', async () => {
    const page = await sit('hara');
    await page.goto(`/documents/${id}/as-of?day=2026-05-12`);
    await page.getByText('単価契約と書くこと').waitFor();
    await page.getByText('差戻し', { exact: false }).first().waitFor();
    await typeDay(page, /^見る日/, 'R8.6.1');
    await page.getByText(/先の日の姿はまだありません/).waitFor();
    await expectAccessible(page, 'o-2-to-come');
    const shown = page.url();
    await typeDay(page, /^見る日/, 'R8.13.1');
    await page.getByText('日付を読み取れません。R8.12.1 のように入力してください。').waitFor();
    expect(page.url()).toBe(shown);
    await typeDay(page, /^見る日/, 'R8.5.1');
    await page.getByText(/この文書の起案は令和8年5月11日です/).waitFor();
    expect(await page.getByRole('note').count()).toBe(0);
    expect(stage.faults.take()).toEqual([expect.stringContaining('422'), expect.stringContaining('422')]);
  });

  step('on paper it says that it is the past', async () => {
    const page = await sit('hara');
    await page.goto(`/documents/${id}/as-of?day=2026-05-11`);
    await page.getByRole('note').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('note').isVisible()).toBe(true);
    expect(await page.getByRole('textbox', { name: /^見る日/ }).isVisible()).toBe(false);
    await page.screenshot({ path: 'test-results/o-3-past-print.png', fullPage: true });
  });
});

describe.each([
  ['desk-en', {}, 'en'],
  ['phone-ja', PHONE, 'ja'],
  ['phone-en', PHONE, 'en'],
] as const)('a past day, %s', (name, options, locale) => {
  const step = story(() => stage);

  step(`can be read (${name})`, async () => {
    const page = await sit('hara', options);
    if (locale === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await page.goto(`/documents/${id}/as-of?day=2026-05-12`, { waitUntil: 'networkidle' });
    await page.getByRole('note').waitFor();
    await expectAccessible(page, `o-4-past-${name}`);
  });
});
