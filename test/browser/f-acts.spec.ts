import { setTimeout } from 'node:timers/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { addDays, localDateAt } from '@fubako/kernel';
import { approveBy, submitContract } from '../journeys/town';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const TRIP = '先進地視察（見守り事業）について';
const HELD = '介護用品の購入契約について';
const SENT_BACK = '送迎業務の委託契約について';
const URGENT = '避難所の資機材の購入契約について';
const TABLET: BrowserContextOptions = { viewport: { width: 834, height: 1112 }, hasTouch: true };
const MANNERS: readonly [name: string, options: BrowserContextOptions][] = [
  ['en', { locale: 'en-US' }],
  ['tablet', TABLET],
  ['zoom', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const step = story(() => stage);

describe('the acts of an approval in the browser', () => {
  step('江藤 pulls a journey up, reads who is passed over, and cancels it', async () => {
    const id = await submitTrip();
    const page = await stage.seat('eto');
    await page.goto(`/documents/${id}`);
    await other(page, '引き上げる');
    const dialog = page.getByRole('dialog', { name: '引き上げる' });
    const passed = dialog.getByRole('region', { name: '飛び越す人' }).getByRole('listitem');
    await passed.filter({ hasText: '後藤 学' }).waitFor();
    await passed.filter({ hasText: '深川 直美' }).waitFor();
    await expectAccessible(page, '10-pull-up');
    await dialog.getByRole('button', { name: '引き上げる' }).click();
    await dialog.waitFor({ state: 'detached' });
    await box(page, /後藤 学 後閲待ち/).waitFor();
    await page.getByRole('button', { name: '決裁する' }).waitFor();
    await expectAccessible(page, '10-pulled-up');
    await other(page, '引上げを取り消す');
    await page.getByRole('dialog').getByRole('button', { name: '引上げを取り消す' }).click();
    await page.getByText('後藤 学 の承認待ち').waitFor();
    expect(await page.getByRole('button', { name: '決裁する' }).count()).toBe(0);
    await page.getByRole('tab', { name: '経過' }).click();
    await page.getByText('後閲: 後藤 学、深川 直美').waitFor();
    await expectAccessible(page, '10-history');
  });

  step('後藤 holds a contract until tomorrow with H, and finds it among what he holds', async () => {
    const id = await submitContract(stage.town, { fields: { subject: HELD } });
    const page = await stage.seat('goto');
    // The key is faster than the pane, which still shows the first row.
    await page.route(`**/documents/${id}/approval`, async (route) => {
      await setTimeout(1_000);
      await route.continue();
    });
    await page.goto('/inbox?view=approval');
    await page.getByRole('button', { name: '承認する' }).waitFor();
    await row(page, HELD).click();
    await page.keyboard.press('h');
    const dialog = page.getByRole('dialog', { name: '保留する' });
    await dialog.getByText(HELD).waitFor();
    await dialog.getByRole('button', { name: '保留する' }).click();
    await dialog.getByText('明日から31日後までの日付を入力してください。').waitFor();
    await dialog.getByRole('button', { name: /^明日/ }).click();
    await dialog.getByText('明日から31日後までの日付を入力してください。').waitFor({ state: 'detached' });
    await dialog.getByLabel(/理由・意見/).fill('見積の回答を待つため');
    await expectAccessible(page, '10-hold');
    await dialog.getByRole('button', { name: '保留する' }).click();
    await row(page, HELD).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^保留/ }).first().click();
    await row(page, HELD)
      .getByText(/まで保留/)
      .waitFor();
    await page.getByRole('button', { name: '保留を解く' }).click();
    await page.getByText('保留している文書はありません。').waitFor();
    await expectAccessible(page, '10-nothing-held');
  });

  step('財部 returns a contract to 後藤, pointing at the amount; 後藤 has it again, others need not act', async () => {
    const id = await submitContract(stage.town, { fields: { subject: SENT_BACK } });
    await approveBy(stage.town, id, 'goto', 'fukagawa');
    const page = await stage.seat('takarabe');
    await page.goto(`/documents/${id}`);
    await page.getByRole('button', { name: '差し戻す' }).click();
    const dialog = page.getByRole('dialog', { name: '差し戻す' });
    await dialog.getByRole('radio', { name: /後藤 学/ }).check();
    await dialog.getByLabel('差戻しの箇所').selectOption({ label: '契約金額（円・税込）' });
    await dialog.getByLabel(/理由・意見/).fill('単価を確かめてください。');
    await expectAccessible(page, '10-return-to-seat');
    await dialog.getByRole('button', { name: '差し戻す' }).click();
    await page.getByText('後藤 学 の承認待ち').waitFor();
    const his = await stage.seat('goto');
    await his.goto(`/documents/${id}`);
    await his.getByRole('button', { name: '承認する' }).click();
    await his.getByText('財部').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: '同意する' }).waitFor();
  });

  step('後藤 returns three contracts with one reason', async () => {
    for (const n of [1, 2, 3]) await submitContract(stage.town, { fields: { subject: `まとめて戻す契約 その${n}` } });
    const page = await stage.seat('goto');
    await page.goto('/inbox?view=approval');
    for (const n of [1, 2, 3]) await row(page, `その${n}`).getByRole('checkbox').check();
    await page.getByText('3件選択中').waitFor();
    await page.keyboard.press('r');
    const sheet = page.getByRole('dialog', { name: '3件をまとめて差し戻します' });
    await sheet.getByRole('button', { name: '3件を差し戻す' }).click();
    await sheet.getByText('理由を入力してください。').waitFor();
    await sheet.getByRole('button', { name: '3件を差し戻す' }).press('2');
    expect(await sheet.getByRole('textbox').inputValue()).toBe('根拠となる資料を添付してください。');
    await expectAccessible(page, '10-bulk-return');
    await sheet.getByRole('button', { name: '3件を差し戻す' }).click();
    await page.getByRole('dialog', { name: '3件を処理しました' }).getByRole('button', { name: '受信箱へ戻る' }).click();
    await row(page, 'まとめて戻す契約').first().waitFor({ state: 'detached' });
    const { body } = await (await stage.town.as('hara')).get('/inbox?view=returned');
    expect(body.items.filter(({ title }: { title: string }) => title.startsWith('まとめて')).length).toBe(3);
  });

  step('深川 decides in the stead of 江藤, who is away, and the stamp says so', async () => {
    const id = await upToDecision();
    const page = await stage.seat('fukagawa');
    await page.goto('/inbox?view=acting');
    await row(page, URGENT).getByText('部長 江藤 信一 に代わって').waitFor();
    await row(page, URGENT).click();
    await page.getByRole('button', { name: '部長に代わって代決する' }).waitFor();
    await expectAccessible(page, '10-acting-inbox');
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: '部長に代わって代決する' });
    await dialog.getByRole('button', { name: '部長に代わって代決する' }).click();
    await dialog.getByText('理由を入力してください。').waitFor();
    await dialog.getByLabel(/理由・意見/).fill('部長出張中で急ぐため');
    await expectAccessible(page, '10-acting');
    await dialog.getByRole('button', { name: '部長に代わって代決する' }).click();
    await page.getByText('代決できる文書はありません。').waitFor();
    await page.goto(`/documents/${id}`);
    await box(page, /決裁 代決 部長 江藤 信一 に代わって 後閲待ち/).waitFor();
    await expectAccessible(page, '10-acting-decided');
  });

  step('江藤 reads it afterwards with one key', async () => {
    const page = await stage.seat('eto');
    await page.goto('/inbox?view=post_review');
    await row(page, URGENT).click();
    await page.getByRole('button', { name: '後閲する' }).waitFor();
    await expectAccessible(page, '10-post-review');
    await page.keyboard.press('a');
    await page.getByText(`「${URGENT}」を後閲しました。`).waitFor();
    await page.getByText('後閲する文書はありません。').waitFor();
  });

  step('a clerk drafts a decided contract anew and finds the way back', async () => {
    const page = await stage.seat('hara');
    await page.goto('/documents?view=mine&state=decided');
    await page.getByRole('link', { name: URGENT }).first().click();
    await page.getByRole('button', { name: '再起案する' }).click();
    await page.waitForURL(/draft\/form/);
    expect(await page.getByLabel(/^件名/).inputValue()).toBe(URGENT);
    const id = new URL(page.url()).searchParams.get('doc')?.replaceAll('"', '') ?? '';
    await page.goto(`/documents/${id}`);
    await page.getByText('再起案の元:').waitFor();
    await expectAccessible(page, '10-redraft');
  });

  step('原 asks another section in the route preview, and leaves one out with a reason', async () => {
    const page = await stage.seat('hara');
    await page.goto('/draft/form?type=contract');
    await page.getByLabel(/^件名/).fill('会計の照会を要する契約について');
    await page.locator('[id="fields.amount"]').fill('1200000');
    const route = page.getByRole('region', { name: '経路（自動）' });
    await route.getByText('合議・確認・供覧を加える').click();
    await route.getByRole('radio', { name: '供覧' }).check();
    await route.getByRole('combobox', { name: '加える職' }).fill('ちば');
    await page.getByRole('option', { name: /千葉/ }).first().click();
    await route.getByRole('button', { name: '加える', exact: true }).click();
    await route.getByRole('listitem').filter({ hasText: '千葉' }).filter({ hasText: '起案者が追加' }).waitFor();
    await route.getByRole('button', { name: '財政課長 を外す' }).click();
    await route.getByLabel('財政課長 を外す理由').fill('予算の合議は済んでいるため');
    await route.getByRole('button', { name: '外す', exact: true }).click();
    await route.getByRole('button', { name: '財政課長 を戻す' }).waitFor();
    await expectAccessible(page, '10-requested');
  });
});

describe.each(MANNERS)('the acts, %s', (name, options) => {
  step('stand in the menu with those that are not open and why', async () => {
    const id = await submitContract(stage.town, { fields: { subject: `${HELD} ${name}` } });
    const page = await stage.seat('goto', options);
    if (options.locale) await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await page.goto(`/documents/${id}`);
    await page.getByRole('button', { name: /^(その他の行為|Other acts)/ }).click();
    const menu = page.getByRole('dialog', { name: /^(その他の行為|Other acts)/ });
    const refused = menu.getByRole('region').getByRole('button');
    await refused.first().waitFor();
    expect(await refused.first().getAttribute('aria-disabled')).toBe('true');
    const described = await refused.first().getAttribute('aria-describedby');
    expect((await page.locator(`[id="${described}"]`).innerText()).length).toBeGreaterThan(10);
    await expectAccessible(page, `10-${name}-menu`);
    await page.keyboard.press('Escape');
    await page.goto('/inbox');
    await page.getByRole('link', { name: `${HELD} ${name}` }).waitFor();
    await expectAccessible(page, `10-${name}-inbox`);
  });
});

const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
const box = (page: Page, words: RegExp) =>
  page.getByRole('list', { name: '決裁欄' }).getByRole('listitem').filter({ hasText: words });

/** Picks one of the acts that stand in the menu. */
async function other(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^その他の行為/ }).click();
  await page.getByRole('dialog', { name: 'その他の行為' }).getByRole('button', { name }).click();
}

/** A journey above the limit of the 課長: 係長, 課長, and the 部長 decides. */
async function submitTrip(): Promise<string> {
  const hara = await stage.town.as('hara');
  const day = addDays(localDateAt(new Date()), 20);
  const fields = { subject: TRIP, destination: '長野県佐久市', from: day, to: addDays(day, 2), amount: 180_000 };
  const draft = await hara.post('/documents', { matterType: 'trip', fields });
  const { id, version } = draft.body;
  const sent = await hara.post(`/documents/${id}/submissions`, { expectedVersion: version });
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
  return id;
}

/** 江藤 is away from this morning on; everybody before him has agreed. */
async function upToDecision(): Promise<string> {
  const today = localDateAt(new Date());
  const away = { from: `${today}T00:00:00+09:00`, until: `${addDays(today, 2)}T00:00:00+09:00`, reason: '県庁へ出張' };
  const registered = await (await stage.town.as('eto')).post('/absences', away);
  if (registered.status !== 201) throw new Error(JSON.stringify(registered.body));
  const id = await submitContract(stage.town, {
    fields: { subject: URGENT },
    attributes: { urgent: true, urgencyReason: '契約期限が迫っているため' },
  });
  await approveBy(stage.town, id, 'goto', 'fukagawa', 'takarabe');
  return id;
}
