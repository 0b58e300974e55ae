import type { Page } from 'playwright-core';
import { approveBy, submitContract } from '../journeys/town';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/looks';
import { submitWithPaper } from './support/papers';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const WAITING = 60;
const CHOSEN = 50;
/** Clerks of one section, so that drafting does not wait for one drafter. */
const AT_ONCE = 6;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await fillInbox();
  // Three hundred acts one after the other, with the review of every contract.
}, 240_000);
afterAll(() => stage?.close());

const step = story(() => stage);

describe('江藤, with sixty contracts to decide', () => {
  step(
    'ticks fifty, sees what they sum to and what is left out and why, and decides them with three clicks',
    async () => {
      const page = await stage.seat('eto');
      const clicks = await countClicks(page);
      await page.goto('/inbox?view=decision');
      await rowCount(page, WAITING);
      await expectAccessible(page, '4-inbox-sixty');
      // From the row of the cursor, the first, down to the fiftieth.
      await box(page, CHOSEN - 1).click({ modifiers: ['Shift'] });
      await page.getByText(`${CHOSEN}件選択中`).waitFor();
      await expectAccessible(page, '4-ticked');
      await page.getByRole('button', { name: `${CHOSEN}件を決裁` }).click();
      const sheet = page.getByRole('dialog', { name: `${CHOSEN}件をまとめて決裁します` });
      await sheet.getByText('次の2件は一括の対象外です。').waitFor();
      const text = await sheet.innerText();
      expect(text).toContain('48,000,000円');
      expect(text).toContain('秘密文書は一括の対象外です。');
      expect(text).toContain('開いていない添付があります。添付を見てから処理してください。');
      await expectAccessible(page, '4-confirm');
      await sheet.getByRole('button', { name: '48件を決裁する' }).click();
      const outcome = page.getByRole('dialog', { name: '48件を処理しました' });
      await outcome.waitFor();
      expect(await clicks()).toBe(3);
      expect(await outcome.getByText(/浜福第\d+号/).count()).toBe(48);
      await outcome.getByText('2件は処理されず、受信箱に残っています。').waitFor();
      await expectAccessible(page, '4-outcome');
      await outcome.getByRole('button', { name: '受信箱へ戻る' }).click();
      await rowCount(page, WAITING - 48);
      for (const left of [4, 5])
        await rows(page)
          .filter({ hasText: new RegExp(`その${left}(?!\\d)`) })
          .waitFor();
      await expectAccessible(page, '4-remaining');
    },
  );
});

const rows = (page: Page) => page.locator('tr[data-key]');
const box = (page: Page, at: number) => rows(page).nth(at).getByRole('checkbox');

async function rowCount(page: Page, expected: number): Promise<void> {
  await eventually(
    () => rows(page).count(),
    (count) => count === expected,
  );
}

/** Counts what the hand does, where the browser hears it. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(`window.clicks = 0; addEventListener('pointerdown', () => { window.clicks += 1; }, true)`);
  return () => page.evaluate<number>('window.clicks');
}

async function fillInbox(): Promise<void> {
  const { town } = stage;
  for (let done = 0; done < WAITING; done += AT_ONCE)
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, at) => {
        const n = done + at;
        const id = await contract(n);
        await approveBy(town, id, 'goto', 'fukagawa', 'takarabe');
      }),
    );
}

/** One contract of a million yen; the fourth is secret, the fifth has an enclosure that nobody has opened. */
async function contract(n: number): Promise<string> {
  const { town } = stage;
  const fields = { subject: `訪問介護用品の購入契約 その${n + 1}`, amount: 1_000_000 };
  if (n === 3) return submitContract(town, { fields, attributes: { confidentiality: 'secret' } });
  return n === 4 ? submitWithPaper(town, fields) : submitContract(town, { fields });
}
