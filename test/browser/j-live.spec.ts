import type { Page } from 'playwright-core';
import { act, submittedNotice } from '../journeys/town';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

let stage: Stage;
let first: string;
beforeAll(async () => {
  stage = await openStage();
  first = await submittedNotice(stage.town, { subject: '健康教室の開催について' });
  await submittedNotice(stage.town, { subject: '体力測定会の開催について' });
});
afterAll(() => stage?.close());

const step = story(() => stage);

describe('後藤 with an open inbox', () => {
  step('is told of arrivals, and no row moves until he asks for them', async () => {
    const page = await stage.seat('goto');
    await page.goto('/inbox');
    await row(page, '健康教室').waitFor();
    await listening(page);
    const before = await places(page);
    await submittedNotice(stage.town, {
      subject: '急ぎの通知について',
      attributes: { urgent: true, urgencyReason: '開催日が近いため' },
    });
    const pill = page.getByRole('button', { name: '新着1件' });
    await pill.waitFor();
    expect(await places(page)).toEqual(before);
    await expectAccessible(page, '14-arrivals');
    await pill.click();
    await row(page, '急ぎの通知').waitFor();
    expect((await places(page))[0]).toContain('急ぎの通知');
    await pill.waitFor({ state: 'detached' });
  });

  step('sees a row that he settled in another window grey out in its place', async () => {
    const page = await stage.seat('goto');
    await page.goto('/inbox');
    await row(page, '健康教室').waitFor();
    await listening(page);
    const before = await places(page);
    expect((await act(stage.town, 'goto', first)).status).toBe(201);
    await row(page, '健康教室').getByText('処理済:').waitFor();
    expect((await places(page)).map((title) => title.replace(/処理済:\s*/u, ''))).toEqual(before);
    expect(await row(page, '健康教室').getByRole('checkbox').isDisabled()).toBe(true);
    await expectAccessible(page, '14-settled');
    await page.getByRole('button', { name: '他で処理された1件を片づける' }).click();
    await row(page, '健康教室').waitFor({ state: 'detached' });
  });
});

const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
const places = (page: Page) => page.locator('tr[data-key] a[data-row]').allInnerTexts();

/** Until the news of the beginning have been read. */
async function listening(page: Page): Promise<void> {
  await page.waitForResponse((one) => one.url().endsWith('/inbox/counts'));
  await page.waitForTimeout(1_500);
}
