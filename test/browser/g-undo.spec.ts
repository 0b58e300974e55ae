import type { Page } from 'playwright-core';
import { addDays, localDateAt } from '@fubako/kernel';
import { approveBy, submitContract } from '../journeys/town';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

let stage: Stage;

beforeAll(async () => {
  // Long enough for a slow machine: what is tried here is the way back, not the clock.
  stage = await openStage({ graceSeconds: 120, actingForIntermediates: true });
  for (const n of [1, 2, 3]) {
    const id = await submitContract(stage.town, { fields: { subject: `見守り その${n}`, amount: 1_000_000 } });
    await approveBy(stage.town, id, 'goto', 'fukagawa', 'takarabe');
  }
}, 240_000);
afterAll(() => stage?.close());

const step = story(() => stage);
const row = (page: Page, n: number) => page.getByRole('row').filter({ hasText: `見守り その${n}` });

describe('江藤, who decided too fast', () => {
  step('STAGE-2 decides with A and has two matters back with Z twice, the latest first', async () => {
    const page = await stage.seat('eto');
    await page.goto('/inbox?view=decision');
    await row(page, 1).waitFor();
    await row(page, 1).click();
    await page.keyboard.press('a');
    await page.getByText(/秒後に確定します/).waitFor();
    await row(page, 1).waitFor({ state: 'detached' });
    await expectAccessible(page, 'g-staged');
    await page.keyboard.press('a');
    await row(page, 2).waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await row(page, 2).waitFor();
    await page.keyboard.press('z');
    await row(page, 1).waitFor();
    await page.getByText(/取り消しました。受信箱に戻ります/).waitFor();
  });

  step('STAGE-6 decides two at once, closes the browser, and finds them to undo on coming back', async () => {
    const page = await stage.seat('eto');
    await page.goto('/inbox?view=decision');
    await row(page, 3).waitFor();
    await row(page, 1).getByRole('checkbox').check();
    await row(page, 2).getByRole('checkbox').check();
    await page.getByRole('button', { name: '2件を決裁' }).click();
    await page.getByRole('button', { name: '2件を決裁する' }).click();
    await page.getByText('それまでは Z で取り消せます').waitFor();
    await expectAccessible(page, 'g-bulk-staged');
    await page.close();
    const again = await stage.seat('eto');
    await again.goto('/inbox?view=decision');
    await again.getByText(/決裁 2件/).waitFor();
    await again.getByRole('button', { name: /取り消す/ }).click();
    await row(again, 1).waitFor();
    await row(again, 2).waitFor();
  });

  step('STAGE-2 decides in the document, sees the seconds go by, and takes it back', async () => {
    const page = await stage.seat('eto');
    await page.goto('/inbox?view=decision');
    await row(page, 3).click();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '文書の画面で開く' }).click();
    await page.waitForURL(/\/documents\//);
    await page.getByRole('button', { name: '決裁する' }).click();
    await page.getByText(/決裁済み\(確定待ち \d+秒\)/).waitFor();
    await expectAccessible(page, 'g-document-staged');
    await page.keyboard.press('z');
    await page.getByRole('button', { name: '決裁する' }).waitFor();
  });
});

describe('後藤, whose 課長 is away', () => {
  step('RULE-40 代理 approves in her stead, with the reason, and the stamp says so', async () => {
    const today = localDateAt(new Date());
    const away = {
      from: `${today}T00:00:00+09:00`,
      until: `${addDays(today, 2)}T00:00:00+09:00`,
      reason: '県庁へ出張',
    };
    expect((await (await stage.town.as('fukagawa')).post('/absences', away)).status).toBe(201);
    const id = await submitContract(stage.town, { fields: { subject: '見守り 課長不在の件' } });
    await approveBy(stage.town, id, 'goto');
    const page = await stage.seat('goto');
    await page.goto(`/documents/${id}`);
    const name = '課長に代わって代理で承認する';
    await page.getByRole('button', { name }).click();
    const dialog = page.getByRole('dialog', { name });
    await dialog.getByRole('button', { name }).click();
    await dialog.getByText('理由を入力してください。').waitFor();
    await dialog.getByLabel(/理由・意見/).fill('課長出張中で急ぐため');
    await expectAccessible(page, 'g-acting-approval');
    await dialog.getByRole('button', { name }).click();
    const boxes = page.getByRole('list', { name: '決裁欄' }).getByRole('listitem');
    await boxes.filter({ hasText: /課長 深川 直美 に代わって 後閲待ち/ }).waitFor();
    await page.getByRole('tab', { name: '経過' }).click();
    await page.getByText('課長出張中で急ぐため').first().waitFor();
  });
});
