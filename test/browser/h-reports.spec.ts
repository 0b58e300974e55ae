import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { addDays, localDateAt } from '@fubako/kernel';
import { beginDay } from '../journeys/deliver';
import { act, approveBy, submitContract, submittedNotice } from '../journeys/town';
import { eventually } from '../support/eventually';
import { TownPackage } from '../journeys/town-package';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const ACTED = '見守り機器の更新契約について';
const PULLED = '敬老会の会場の変更について';
const TABLET: BrowserContextOptions = { viewport: { width: 1112, height: 834 }, hasTouch: true };
const ZOOM: BrowserContextOptions = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await actedInHisStead();
  await pulledUp();
  await submittedNotice(stage.town, {
    subject: '寿大学の開講について',
    attributes: { medium: 'hybrid', paperReason: 'その他', paperNote: '会場の図面', paperAttachments: ['会場図'] },
  });
});
afterAll(() => stage?.close());

const step = story(() => stage);

describe('馬場 of the records office', () => {
  step('sees four figures with their comparison, and each leads to what it counts', async () => {
    const page = await stage.seat('baba');
    await page.goto('/inbox');
    await page.getByRole('navigation', { name: '画面' }).getByRole('button', { name: '事務' }).click();
    await page.getByRole('menuitem', { name: '状況' }).click();
    const figure = page.getByRole('link', { name: /起案（7日間）/ });
    await figure.getByText('3件', { exact: true }).waitFor();
    await figure.getByText('その前の7日間 0件').waitFor();
    await page.getByRole('region', { name: '課ごとの処理中' }).getByText('福祉課').waitFor();
    await page.getByRole('region', { name: '止まっている文書' }).getByText('寿大学の開講について').waitFor();
    await expectAccessible(page, '12-situation');
    await figure.click();
    await page.getByRole('heading', { name: '起案された文書' }).waitFor();
    for (const title of [ACTED, PULLED]) await page.getByRole('link', { name: title }).waitFor();
    expect(await rows(page).count()).toBe(3);
    await expectAccessible(page, '12-submitted');
    await page.getByRole('link', { name: '状況へ戻る' }).click();
    await page
      .getByRole('region', { name: '課ごとの処理中' })
      .getByRole('link', { name: /^\d+件$/ })
      .click();
    await page.getByRole('heading', { name: '処理中の文書' }).waitFor();
    await page.goBack();
    await figure.waitFor();
  });

  step('finds what was not read afterwards, pull-ups by month and person, and what was urgent', async () => {
    const page = await stage.seat('baba');
    await page.goto('/reports');
    await page.getByRole('link', { name: '後閲未了' }).click();
    const line = rows(page).filter({ hasText: ACTED });
    await line.getByText('代決', { exact: true }).waitFor();
    await line.getByText(/江藤 信一/).waitFor();
    await expectAccessible(page, '12-reviews');
    expect(await csv(page)).toMatch(new RegExp(`^\uFEFF文書,番号,課,.*\r\n(.*\r\n)?${ACTED},`));
    await page.getByRole('link', { name: '引上げ', exact: true }).click();
    await rows(page).filter({ hasText: '深川 直美' }).getByRole('link', { name: '1' }).click();
    await page.getByRole('heading', { name: '引き上げられた文書' }).waitFor();
    await page.getByRole('link', { name: PULLED }).waitFor();
    await page.goBack();
    await expectAccessible(page, '12-pull-ups');
    await page.getByRole('link', { name: '至急', exact: true }).click();
    await rows(page).filter({ hasText: '福祉課' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: '至急とされた文書' }).waitFor();
    await page.getByRole('link', { name: ACTED }).waitFor();
    expect(await rows(page).count()).toBe(1);
    await expectAccessible(page, '12-urgent');
    await page.goto('/reports?view=vacant');
    await page.getByText('就いている人のいない席はありません。').waitFor();
    await expectAccessible(page, '12-vacant');
    await page.goto('/reports?view=urgency&year=2024');
    await page.getByText('この年度に起案された文書はありません。').waitFor();
  });

  step('RULE-11 sees what is on paper counted, and 原 prints the cover of the papers', async () => {
    const page = await stage.seat('baba');
    await page.goto('/reports');
    await page.getByRole('link', { name: '媒体', exact: true }).click();
    await rows(page)
      .filter({ hasText: '電子・紙併用' })
      .filter({ hasText: 'その他' })
      .getByRole('link', { name: '1' })
      .click();
    await page.getByRole('link', { name: '寿大学の開講について' }).waitFor();
    await page.goBack();
    await expectAccessible(page, '12-media');
    const drafter = await stage.seat('hara');
    await drafter.goto('/documents');
    const line = rows(drafter).filter({ hasText: '寿大学の開講について' });
    await line.getByText('電子・紙併用').waitFor();
    await line.getByRole('link').first().click();
    const saved = drafter.waitForEvent('download');
    await drafter.getByRole('link', { name: '紙の添付の送付票をPDFで保存' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^紙添付送付票 .*\.pdf$/u);
    await expectAccessible(drafter, '12-paper-document');
  });

  step('reads the same on a tablet, magnified, and in English', async () => {
    for (const [name, options] of [
      ['tablet', TABLET],
      ['zoom', ZOOM],
      ['en', { locale: 'en-US' }],
    ] as const) {
      const page = await stage.seat('baba', options);
      if (name === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
      await page.goto('/reports');
      await page.getByText('寿大学の開講について').waitFor();
      await expectAccessible(page, `12-${name}-situation`);
      await page.goto('/reports?view=reviews');
      await page.getByRole('link', { name: ACTED }).waitFor();
      await expectAccessible(page, `12-${name}-reviews`);
    }
  });
});

describe('a draft of somebody who moved', () => {
  step('is found by the section, and 後藤 takes it over and goes on', async () => {
    await leaveBehind('課長の起案');
    const page = await stage.seat('goto');
    await page.goto('/documents');
    await page.getByRole('link', { name: '残された起案' }).click();
    const line = rows(page).filter({ hasText: '課長の起案' });
    await line.getByText(/深川 直美が令和.*に課を離れました。/).waitFor();
    await expectAccessible(page, '12-left');
    await page.getByRole('link', { name: '課長の起案' }).click();
    await page.getByText('起案者の深川 直美は課を離れました。').waitFor();
    await expectAccessible(page, '12-left-document');
    await page.goBack();
    await line.getByRole('button', { name: '引き受ける' }).click();
    await page.waitForURL(/draft\/form/);
    await page.getByText('「課長の起案」を引き受けました。').waitFor();
    await eventually(
      () => page.getByLabel(/^件名/).inputValue(),
      (title) => title === '課長の起案',
    );
    await page.goto('/documents?view=left');
    await page.getByText('起案者が異動して残された起案はありません。').waitFor();
  });
});

const rows = (page: Page) => page.locator('tbody tr');

/** The file that the link of the screen saves. */
async function csv(page: Page): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSVで保存' }).click();
  return readFileSync(await (await saved).path(), 'utf8');
}

/** 江藤 is away; 深川 decides in his stead what is urgent. */
async function actedInHisStead(): Promise<void> {
  const today = localDateAt(new Date());
  const away = { from: `${today}T00:00:00+09:00`, until: `${addDays(today, 2)}T00:00:00+09:00`, reason: '県庁へ出張' };
  const registered = await (await stage.town.as('eto')).post('/absences', away);
  if (registered.status !== 201) throw new Error(JSON.stringify(registered.body));
  const id = await submitContract(stage.town, {
    fields: { subject: ACTED },
    attributes: { urgent: true, urgencyReason: '契約期限が迫っているため' },
  });
  await approveBy(stage.town, id, 'goto', 'fukagawa', 'takarabe');
  await actIn('fukagawa', id, 'acting_decide');
}

/** 深川 decides over the head of 後藤. */
async function pulledUp(): Promise<void> {
  const id = await submittedNotice(stage.town, { subject: PULLED });
  await actIn('fukagawa', id, 'pull_up');
  await approveBy(stage.town, id, 'fukagawa');
}

async function actIn(login: string, id: string, kind: string): Promise<void> {
  const { body } = await (await stage.town.as(login)).get(`/documents/${id}/approval`);
  const seatId = body.allowed.find((one: { kind: string }) => one.kind === kind)?.seatId;
  const done = await act(stage.town, login, id, kind, { seatId, comment: '部長出張中のため' });
  if (done.status !== 201) throw new Error(JSON.stringify(done.body));
}

/** 深川 drafts, and is transferred to another section today. */
async function leaveBehind(subject: string): Promise<void> {
  const fields = { subject, addressee: '町内会長', body: '本文' };
  const draft = await (await stage.town.as('fukagawa')).post('/documents', { matterType: 'notice', fields });
  if (draft.status !== 201) throw new Error(JSON.stringify(draft.body));
  const today = localDateAt(new Date());
  const [start, end] = ['2026-04-01', addDays(today, -1)];
  const transfer = new TownPackage()
    .replace('assignments.csv', '1016,P-S31-H', `1016,P-S31-H,main,${start},${end}`, `1016,P-S41-H,main,${today},`)
    .replace('assignments.csv', '1019,P-S41-H', `1019,P-S41-H,main,${start},${end}`)
    .replace('assignments.csv', '1066,P-S41-01', `1066,P-S41-01,main,${start},${end}`, `1066,P-S31-H,main,${today},`);
  const { faults } = await transfer.import(stage.town);
  transfer.remove();
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  await beginDay(stage.town);
}
