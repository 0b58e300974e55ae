import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { approveBy, decidedNotice, execute, submittedNotice } from '../journeys/town';
import { expectAccessible, look } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const FIRST = '敬老会の開催について';
const REPLACED = '寿大学の開講について';
const FOLLOWING = '敬老会の開催の変更について';
const SEALED = '感謝状の贈呈について';
const MANNERS: readonly [name: string, options: BrowserContextOptions][] = [
  ['en', { locale: 'en-US' }],
  ['tablet', { viewport: { width: 1112, height: 834 }, hasTouch: true }],
  ['zoom', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
];

let stage: Stage;
let replaced: string;
let sealed: string;
beforeAll(async () => {
  stage = await openStage();
  const sent = await decidedNotice(stage.town, { subject: FIRST });
  await execute(stage.town, sent, { addressees: ['甲区長', '乙区長', '丙区長', '丁区長'], sealMode: 'omitted' });
  replaced = await decidedNotice(stage.town, { subject: REPLACED });
  sealed = await decidedNotice(stage.town, { subject: SEALED });
});
afterAll(() => stage?.close());

const step = story(() => stage);

describe('numbers', () => {
  step('上田 sets two numbers aside, makes one void, and gives its document one of those', async () => {
    const page = await stage.seat('s1055');
    await page.goto('/numbers');
    await page.getByRole('button', { name: '番号を予約する' }).click();
    const dialog = page.getByRole('dialog', { name: '番号を予約する' });
    await dialog.getByLabel(/件数/).fill('2');
    await dialog.getByRole('button', { name: '2件を予約する' }).click();
    await dialog.getByText('理由を入力してください。').waitFor();
    await dialog.getByLabel(/理由/).fill('表彰の通知に使うため');
    await expectAccessible(page, '13-reserve');
    await dialog.getByRole('button', { name: '2件を予約する' }).click();
    await page.getByText('第4号から第5号までを予約しました。').waitFor();
    await page.getByText('予約: 表彰の通知に使うため').first().waitFor();
    await page.getByRole('button', { name: /第2号を欠番にする$/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('様式を誤ったため');
    await page.getByRole('dialog').getByRole('button', { name: '欠番にする' }).click();
    await page.getByText('2(欠番)').waitFor();
    await page.goto(`/documents/${replaced}?tab=execution`);
    await page.getByRole('radio', { name: '予約・空き番号' }).check();
    await page.locator('#reserved-serial').fill('4');
    await expectAccessible(page, '13-reserved-number');
    await page.getByRole('button', { name: '番号を取る' }).click();
    await page
      .getByText(/浜福第4号$/)
      .first()
      .waitFor();
  });

  step('the void number stands in its register, on screen, on paper and in a spreadsheet', async () => {
    const page = await stage.seat('s1055');
    await page.goto('/numbers');
    await page.getByRole('link', { name: '欠番簿' }).click();
    await page.getByText(/上田 久美子: 様式を誤ったため/).waitFor();
    await expectAccessible(page, '13-voids');
    expect(await saved(page)).toContain('様式を誤ったため');
    await page.emulateMedia({ media: 'print' });
    await page.getByText(/上田 久美子 印刷$/).waitFor();
    await look(page, '13-voids-print');
  });

  step('原 says whose number a notice continues, and it takes a branch', async () => {
    const id = await submittedNotice(stage.town, { subject: FOLLOWING });
    const page = await stage.seat('hara');
    await page.goto(`/documents/${id}?tab=execution`);
    await page.getByRole('button', { name: '続きの文書にする' }).click();
    const dialog = page.getByRole('dialog', { name: '続きの文書にする' });
    await dialog.getByLabel('もとの文書').fill(FIRST);
    await dialog.getByRole('radio', { name: new RegExp(`第1号 ${FIRST}`) }).check();
    await expectAccessible(page, '13-follow-up');
    await dialog.getByRole('button', { name: 'この番号の続きにする' }).click();
    await page.getByText(/第1号」の続きの文書です。/).waitFor();
    await page.getByRole('button', { name: '続きの文書をやめる' }).waitFor();
    await approveBy(stage.town, id, 'goto', 'fukagawa');
    await page.reload();
    await page
      .getByText(/浜福第1号の2$/)
      .first()
      .waitFor();
  });
});

describe('registers', () => {
  step('dispatches stand by their day, with their addressees, and can be narrowed down', async () => {
    const page = await stage.seat('s1055');
    await page.goto(`/documents/${replaced}?tab=execution`);
    await page.getByRole('link', { name: '発送簿' }).click();
    await page.getByText('甲区長 ほか3件').click();
    await page.getByText('甲区長、乙区長、丙区長、丁区長').waitFor();
    await expectAccessible(page, '13-dispatches');
    expect(await saved(page)).toMatch(/^\uFEFF年月日,文書番号,件名,宛先,発送方法,取扱者,記録日,取消し\r\n/);
    await page.getByLabel('発送の方法').selectOption({ label: 'LGWAN' });
    await page.getByText('当てはまる発送の記録はありません。').waitFor();
    await page.getByLabel('発送の方法').selectOption({ label: 'すべての方法' });
    await page.getByRole('link', { name: FIRST }).waitFor();
    await page.getByLabel(/^この日から/).fill('あした');
    await page.getByRole('button', { name: '絞り込む' }).click();
    await page.getByText(/日付として読めません/).waitFor();
    await page.getByLabel(/^この日から/).fill('R8.4.1');
    await page.getByLabel(/^この日まで/).fill('R8.4.30');
    await page.getByRole('button', { name: '絞り込む' }).click();
    await page.getByText('当てはまる発送の記録はありません。').waitFor();
    expect(page.url()).toContain('2026-04-30');
  });

  step('the seal keeper seals, and finds it in the register of seals', async () => {
    const [hara, clerk] = [await stage.town.as('hara'), await stage.town.as('s1055')];
    const copy = await hara.post(`/documents/${sealed}/execution/clean-copies`, { sealMode: 'applied' });
    const copyDigest = copy.body.cleanCopy.digest;
    await clerk.post(`/documents/${sealed}/execution/collations`, { copyDigest });
    const done = await (
      await stage.town.as('s1101')
    ).post(`/documents/${sealed}/execution/seals`, {
      copyDigest,
      seal: '町長印',
    });
    expect(done.status).toBe(201);
    const page = await stage.seat('s1101');
    await page.goto('/executions');
    await page.getByRole('link', { name: '公印使用簿' }).click();
    await page.getByRole('cell', { name: '町長印' }).waitFor();
    await expectAccessible(page, '13-seals');
    await page.getByRole('textbox', { name: '公印' }).fill('職印');
    await page.getByRole('button', { name: '絞り込む' }).click();
    await page.getByText('当てはまる公印使用の記録はありません。').waitFor();
    await page.goto('/registers?kind=seal');
    await page.emulateMedia({ media: 'print' });
    await look(page, '13-seals-print');
    const other = await stage.seat('hara');
    const refused = await (await stage.town.as('hara')).get('/executions/seals');
    expect(refused.status).toBe(403);
    await other.goto(`/documents/${sealed}?tab=execution`);
    await other.getByRole('link', { name: '発番簿' }).waitFor();
    expect(await other.getByRole('link', { name: '公印使用簿' }).count()).toBe(0);
  });
});

describe.each(MANNERS)('numbers and registers, %s', (name, options) => {
  step('can be read', async () => {
    const page = await stage.seat('baba', options);
    if (name === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    for (const [at, path, seen] of [
      ['numbers', '/numbers', FIRST],
      ['voids', '/numbers/voids', '様式を誤ったため'],
      ['dispatches', '/registers?kind=dispatch', FIRST],
      ['seals', '/registers?kind=seal', SEALED],
    ] as const) {
      await page.goto(path);
      await page.getByText(seen).first().waitFor();
      if (at === 'voids')
        await page
          .getByText(name === 'en' ? '2 (void)' : '2(欠番)')
          .first()
          .waitFor();
      await expectAccessible(page, `13-${name}-${at}`);
    }
  });
});

/** The file behind the link of the screen. */
async function saved(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSVで保存' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}
