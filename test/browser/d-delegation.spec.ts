import type { BrowserContextOptions, Page } from 'playwright-core';
import { approveAll } from '../journeys/disposals';
import { reimportSettings } from '../journeys/scenarios';
import { submitContract } from '../journeys/town';
import { convert } from './support/ime';
import { expectAccessible, look } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const TITLE = '庁舎清掃業務委託契約の締結について';
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await submitContract(stage.town, { fields: { subject: TITLE, amount: 600_000 } });
});
afterAll(() => stage?.close());

const open = (page: Page, path: string) => page.goto(path, { waitUntil: 'networkidle' });
const cell = (page: Page, row: number, column: string) => page.getByLabel(`${row}行目 ${column}`, { exact: true });

describe('千葉 of the records office keeps the delegation table', () => {
  const step = story(() => stage);

  step('copies the version in force, changes a bound by keyboard, tries it, and sets a day', async () => {
    const page = await stage.seat('chiba');
    await open(page, '/delegation');
    await page.getByRole('heading', { name: /専決規程 第1版/ }).waitFor();
    await page.getByText('進行中の1件がこの版によります').waitFor();
    await expectAccessible(page, '9-delegation-in-force');
    await page.getByRole('button', { name: 'この版を写して下書きを作る' }).click();
    await page.getByRole('heading', { name: '専決規程 下書き' }).waitFor();
    await cell(page, 1, '上限(円)').fill('800,000');
    await cell(page, 1, '上限(円)').press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('rule-2-maxAmount');
    await cell(page, 2, '下限(円)').fill('700000');
    await page.getByRole('button', { name: '下書きを保存' }).click();
    await page.getByText('下書きを保存しました。').waitFor();
    await expectAccessible(page, '9-delegation-draft');
    await cell(page, 2, '下限(円)').fill('800,001');
    await page.getByText('保存していない変更があります。').waitFor();
    await page.getByRole('button', { name: '下書きを保存' }).click();
    await page.getByText('保存していない変更があります。').waitFor({ state: 'detached' });

    await page.getByRole('tab', { name: '試す' }).click();
    expect(await page.getByLabel('決裁済みの案件').locator('option:checked').innerText()).toBe('直近90日');
    await page.getByRole('button', { name: '試す', exact: true }).click();
    await page.getByText('1件中 1件で経路が変わります').waitFor();
    await page.getByRole('link', { name: TITLE }).waitFor();
    await expectAccessible(page, '9-delegation-trial');

    await page.getByRole('button', { name: '施行日を決める' }).click();
    await page.getByLabel('施行日', { exact: true }).fill('R19.4.1');
    await page.getByText('令和19年4月1日').waitFor();
    await expectAccessible(page, '9-delegation-publish');
    await page.getByRole('dialog').getByRole('button', { name: '施行日を決める' }).click();
    await page.getByRole('heading', { name: '専決規程 第2版(令和19年4月1日施行)' }).waitFor();
    await page.getByRole('button', { name: '予約を取りやめる' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '予約を取りやめる' }).click();
    await page.getByText('予約を取りやめました。').waitFor();
  });

  step('is led to the cell of a fault', async () => {
    const page = await stage.seat('chiba');
    await open(page, '/delegation');
    await page.getByRole('button', { name: 'この版を写して下書きを作る' }).click();
    // The Enter of a conversion stays in its cell; Enter by itself leads to the next.
    const untouched = await cell(page, 2, '決裁者の職').inputValue();
    await cell(page, 2, '決裁者の職').focus();
    await convert(page, 'かちょう', '課長');
    expect(await page.evaluate('document.activeElement.id')).toBe('rule-2-deciderPostCode');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('rule-3-deciderPostCode');
    await cell(page, 2, '決裁者の職').fill(untouched);
    await cell(page, 3, '決裁者の職').fill('P-NOBODY');
    await page.getByRole('button', { name: '下書きを保存' }).click();
    await page.getByRole('button', { name: '3行目へ' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('rule-3-deciderPostCode');
    await expectAccessible(page, '9-delegation-fault');
    await page.getByRole('button', { name: '下書きを捨てる' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '下書きを捨てる' }).click();
    await page.getByText('下書きを捨てました。').waitFor();
  });

  step('draws the route of an imagined matter and sees where routes would stop', async () => {
    const page = await stage.seat('chiba');
    await open(page, '/delegation?tab=route');
    await page.getByLabel('事案の種類').selectOption('contract');
    await page.getByLabel('起案する組織').selectOption('U311');
    await page.getByLabel('金額(円)').fill('600,000');
    await page.getByText('部長専決').first().waitFor();
    // WHATIF-4 From bound to bound, by keys.
    const slider = page.getByRole('slider');
    await slider.press('End');
    await page.getByText('町長決裁', { exact: true }).first().waitFor();
    expect(await page.getByLabel('金額(円)').inputValue()).toBe('10,000,001');
    await slider.press('ArrowLeft');
    await page.getByText('副町長専決').first().waitFor();
    expect(await page.getByLabel('金額(円)').inputValue()).toBe('10,000,000');
    expect(await slider.getAttribute('aria-valuetext')).toBe('10,000,000円');
    await look(page, '9-delegation-slider');
    await page.getByLabel('金額(円)').fill('600,000');
    await page.getByText('部長専決').first().waitFor();
    const day = page.getByLabel('計画する日');
    await day.fill('R8.13.1');
    await day.blur();
    await page.getByText('日付を読み取れません。').waitFor();
    const answered = page.waitForResponse((one) => one.url().endsWith('/route-simulations'));
    await day.fill('R9.3.31');
    await day.blur();
    expect((await answered).status()).toBe(200);
    await page.getByText('部長専決').first().waitFor();
    await expectAccessible(page, '9-delegation-route');
    await page.getByRole('tab', { name: '経路の点検' }).click();
    await page.getByText(/開庁日90日/).waitFor();
    await expectAccessible(page, '9-delegation-coverage');
  });

  step('tries other settings of the routes, and none that are those of today', async () => {
    const page = await stage.seat('chiba');
    await open(page, '/delegation?tab=settings');
    await page.getByText('今日の設定のままです').waitFor();
    expect(await page.getByRole('button', { name: '試す', exact: true }).isDisabled()).toBe(true);
    await page.getByLabel('契約の締結').selectOption('none');
    await page.getByRole('button', { name: '試す', exact: true }).click();
    await page.getByText(/件で経路が変わります/).waitFor();
    await expectAccessible(page, '9-delegation-settings');
    await page.getByRole('button', { name: '今日の設定に戻す' }).click();
    await page.getByText('今日の設定のままです').waitFor();
  });
});

describe('RULES-4 where every publication is a decision', () => {
  const step = story(() => stage);

  step('千葉 sends the draft round, 町田 tries it from the document, and the decision publishes it', async () => {
    await reimportSettings(stage.town, { delegationPublication: 'decision', graceSeconds: 0 });
    const page = await stage.seat('chiba');
    await open(page, '/delegation');
    await page.getByRole('button', { name: 'この版を写して下書きを作る' }).click();
    await page.getByRole('heading', { name: '専決規程 下書き' }).waitFor();
    await cell(page, 1, '上限(円)').fill('900,000');
    await cell(page, 2, '下限(円)').fill('900,001');
    await page.getByRole('button', { name: '下書きを保存' }).click();
    await page.getByText('保存していない変更があります。').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '施行日を決める' }).click();
    await page.getByLabel('施行日', { exact: true }).fill('R19.4.1');
    await page.getByRole('dialog').getByRole('button', { name: '施行日を決める' }).click();
    await page.getByText('決裁に回しました。').waitFor();
    await page.getByText('この下書きは、令和19年4月1日の施行として決裁に回っています。').waitFor();
    expect(await page.getByRole('button', { name: '下書きを捨てる' }).count()).toBe(0);
    await expectAccessible(page, '9-delegation-proposed');
    await page.getByRole('link', { name: '決裁の文書を開く' }).click();
    await page
      .getByRole('heading', { name: /事務専決規程の一部改正について/ })
      .first()
      .waitFor();
    await page.getByText('契約の締結 900,000円まで → 課長専決').first().waitFor();
    await expectAccessible(page, '9-delegation-decision');

    const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await approveAll(stage.town, documentId, 'decision');
    const mayor = await stage.seat('machida');
    await open(mayor, `/documents/${documentId}`);
    await mayor.getByRole('link', { name: '改正後の専決規程を見る・試す' }).click();
    await mayor.getByRole('tab', { name: '試す' }).click();
    await mayor.getByRole('button', { name: '試す', exact: true }).click();
    await mayor.getByText(/件で経路が変わります/).waitFor();
    await expectAccessible(mayor, '9-delegation-approver');

    await approveAll(stage.town, documentId);
    await open(page, '/delegation');
    await page
      .getByRole('link', { name: /令和19年4月1日施行.*/ })
      .first()
      .click();
    await page.getByText('決裁で公布された版です。').waitFor();
    expect(await page.getByRole('button', { name: '予約を取りやめる' }).count()).toBe(0);
  });
});

describe('others', () => {
  const step = story(() => stage);

  step('the auditor looks in English on a phone, and is offered no change', async () => {
    const page = await stage.seat('s1125', PHONE);
    await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await open(page, '/delegation');
    await page.getByRole('heading', { name: /Delegation table, version 1/ }).waitFor();
    expect(await page.getByRole('button', { name: /Copy this version/ }).count()).toBe(0);
    await expectAccessible(page, '9-delegation-phone');
    await open(page, '/delegation?tab=coverage');
    await page.getByText(/90 open days/).waitFor();
    await expectAccessible(page, '9-delegation-phone-coverage');
  });
});
