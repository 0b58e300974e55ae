import type { BrowserContextOptions } from 'playwright-core';
import { decidedNotice } from '../journeys/town';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const SUBJECT = '敬老会の開催について';
const OTHER = '取りやめる通知について';
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let stage: Stage;
let sent: string;

beforeAll(async () => {
  stage = await openStage();
  sent = await decidedNotice(stage.town, { subject: SUBJECT });
  await decidedNotice(stage.town, { subject: OTHER });
});
afterAll(() => stage?.close());

describe('from the decision to the dispatch', () => {
  const step = story(() => stage);

  step('原, the drafter, finds what is unsent and makes the clean copy', async () => {
    const page = await stage.seat('hara');
    await page.goto('/executions');
    await page.getByRole('link', { name: SUBJECT }).waitFor();
    await expectAccessible(page, 'e-1-pending');
    await page.getByRole('link', { name: SUBJECT }).click();
    await page.getByRole('textbox', { name: '宛先' }).fill('甲区長\n乙区長');
    await page.getByLabel('公印の扱い').selectOption({ label: '公印省略' });
    await expectAccessible(page, 'e-2-clean-copy');
    await page.getByRole('button', { name: '浄書する' }).click();
    await page.getByText('施行の記録に加えました。').waitFor();
    await page.getByRole('link', { name: '浄書を開く(PDF)' }).waitFor();
    expect(await page.getByRole('button', { name: '原議と照合した' }).count()).toBe(0);
    await page.getByText('今できない手順と理由').click();
    await page.getByText('起案者・浄書した人は照合できません。').waitFor();
    await expectAccessible(page, 'e-3-copied');
  });

  step('上田, the records clerk, collates, dispatches, and undoes a mistaken dispatch with a reason', async () => {
    const page = await stage.seat('s1055');
    await page.goto(`/documents/${sent}?tab=execution`);
    await page.getByRole('button', { name: '原議と照合した' }).click();
    await page.getByRole('button', { name: '残り2件を発送した' }).click();
    await page.getByText('施行済(').waitFor();
    await expectAccessible(page, 'e-4-dispatched');
    await page.getByRole('button', { name: '最後の手順を取り消す' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('宛先を取り違えたため');
    await expectAccessible(page, 'e-5-undo');
    await page.getByRole('dialog').getByRole('button', { name: '最後の手順を取り消す' }).click();
    await page.getByText('取消済').waitFor();
    await page.getByRole('button', { name: '残り2件を発送した' }).waitFor();
  });

  step('she makes a number void in the ledger of numbers', async () => {
    const page = await stage.seat('s1055');
    await page.goto('/executions');
    await page.getByRole('link', { name: '発番簿' }).click();
    await page.getByRole('link', { name: OTHER }).waitFor();
    await expectAccessible(page, 'e-6-numbers');
    await page.getByRole('button', { name: /第2号を欠番にする$/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('発送を取りやめ');
    await page.getByRole('dialog').getByRole('button', { name: '欠番にする' }).click();
    await page.getByText('2(欠番)').waitFor();
    await page.getByText('上田 久美子: 発送を取りやめ').waitFor();
    await expectAccessible(page, 'e-7-void');
  });

  step('on a phone and in English the screens hold', async () => {
    const phone = await stage.seat('s1055', PHONE);
    for (const [address, name] of [
      ['/executions', 'e-8-phone-pending'],
      ['/numbers', 'e-8-phone-numbers'],
      [`/documents/${sent}?tab=execution`, 'e-8-phone-document'],
    ] as const) {
      await phone.goto(address);
      await phone.getByText(SUBJECT).first().waitFor();
      await expectAccessible(phone, name);
    }
    const english = await stage.seat('s1055', { locale: 'en-US' });
    await english.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await english.goto(`/documents/${sent}?tab=execution`);
    await english.getByRole('button', { name: 'Dispatched the remaining 2' }).waitFor();
    await expectAccessible(english, 'e-9-english');
  });
});
