import { submitContract } from '../journeys/town';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const ADMIN = 's1011';
const TABLET = { viewport: { width: 1112, height: 834 }, hasTouch: true };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await submitContract(stage.town, { fields: { amount: 600_000 } });
});
afterAll(() => stage?.close());

describe('the settings of the municipality in the browser', () => {
  const step = story(() => stage);

  step('the administrator finds one by its rule and changes it by keyboard, with a reason', async () => {
    const page = await stage.seat(ADMIN);
    await page.goto('/settings');
    await page.getByRole('heading', { name: '自治体の設定', level: 1 }).waitFor();
    await page.getByRole('heading', { name: '自治体の名前と見た目' }).waitFor();
    await expectAccessible(page, 'p-1-settings');
    await page.getByLabel('設定を探す').fill('rule-51');
    await page.getByText('1件の設定').waitFor();
    await page.getByRole('button', { name: '決裁を取り消せる時間を変える' }).focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: '決裁を取り消せる時間' });
    await sheet.getByLabel('新しい値').fill('601');
    await sheet.getByLabel(/^変える理由/).fill('取り違えを減らすため');
    await sheet.getByLabel(/^変える理由/).press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await sheet.getByText('600以下にしてください。').waitFor();
    expect(stage.faults.take()).toEqual([expect.stringContaining('422')]);
    await expectAccessible(page, 'p-2-setting-refused');
    await sheet.getByLabel('新しい値').fill('60');
    await sheet.getByRole('button', { name: '保存する' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('「決裁を取り消せる時間」を保存しました。').waitFor();
    await page.getByText('60秒').waitFor();
    await page.getByText(/が変更$/).waitFor();
  });

  step('it is planned for April, shown as a plan, and set back from the history', async () => {
    const page = await stage.seat(ADMIN, TABLET);
    await page.goto('/settings?setting=graceSeconds');
    const sheet = page.getByRole('dialog', { name: '決裁を取り消せる時間' });
    await sheet.getByRole('rowheader').first().waitFor();
    await sheet.getByLabel('新しい値').fill('120');
    await sheet.getByLabel('いつから').fill('R19.4.1');
    await sheet.getByLabel(/^変える理由/).fill('年度から');
    await expectAccessible(page, 'p-3-setting-plan');
    await sheet.getByRole('button', { name: '保存する' }).click();
    await page.getByText('令和19年4月1日から: 120秒').waitFor();
    await page.getByRole('button', { name: '決裁を取り消せる時間を変える' }).click();
    await sheet.getByRole('button', { name: '前の値に戻す: 60秒' }).click();
    await sheet.getByRole('button', { name: '保存する' }).click();
    await page.getByText('令和19年4月1日から: 120秒').waitFor({ state: 'detached' });
  });

  step('a route setting is tried on real matters before it is saved', async () => {
    const page = await stage.seat(ADMIN);
    await page.goto('/settings?setting=concurrenceOrder');
    const sheet = page.getByRole('dialog', { name: '合議の順序' });
    await sheet.getByRole('radio', { name: '事務分掌の順に回す' }).check();
    await sheet.getByRole('button', { name: 'この値を試す' }).click();
    await sheet.getByText(/^1件中/).waitFor();
    await expectAccessible(page, 'p-4-setting-trial');
  });

  step('the colour of the pages, the marks and the reasons, on a phone and in English', async () => {
    const phone = await stage.seat(ADMIN, PHONE);
    await phone.goto('/settings?setting=themeColour');
    const sheet = phone.getByRole('dialog', { name: '画面の色' });
    await sheet.getByLabel('新しい値').fill('#ffff00');
    await sheet.getByLabel(/^変える理由/).fill('町の色');
    await sheet.getByRole('button', { name: '保存する' }).click();
    await sheet.getByText(/読める色ではありません/).waitFor();
    expect(stage.faults.take()).toEqual([expect.stringContaining('422')]);
    await expectAccessible(phone, 'p-5-setting-colour-phone');
    await phone.goto('/settings?q=差戻し');
    await phone.getByText('2件の設定').waitFor();
    await expectAccessible(phone, 'p-6-settings-phone');
    const english = await stage.seat(ADMIN, { ...TABLET, locale: 'en-US' });
    await english.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await english.goto('/settings');
    await english.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await english.getByRole('heading', { name: 'Name and looks' }).waitFor();
    await expectAccessible(english, 'p-7-en-settings');
    await english.goto('/settings?setting=actingExcludes');
    await english.getByRole('checkbox', { name: 'Sets a precedent' }).check();
    await expectAccessible(english, 'p-8-en-setting-marks');
  });

  step('the records office looks and changes nothing', async () => {
    const page = await stage.seat('chiba');
    await page.goto('/settings');
    await page.getByText('設定を変えられるのはシステム管理者です。').waitFor();
    await page.getByRole('button', { name: '決裁を取り消せる時間の履歴を見る' }).click();
    const sheet = page.getByRole('dialog', { name: '決裁を取り消せる時間' });
    await sheet.getByText('取り違えを減らすため').waitFor();
    expect(await sheet.getByRole('button', { name: '保存する' }).count()).toBe(0);
    await expectAccessible(page, 'p-9-settings-read');
  });
});
