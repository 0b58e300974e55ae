import type { Page } from 'playwright-core';
import { CONTRACT_FIELDS } from '../journeys/town';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const hara = await stage.town.as('hara');
  await hara.post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS });
});
afterAll(() => stage?.close());

const open = (page: Page, path: string) => page.goto(path, { waitUntil: 'networkidle' });
/** Names of the fields as they stand in the list. */
const order = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('[data-field]')].map((row) => row.dataset.field)`);
const row = (page: Page, label: string) => page.getByRole('button', { name: new RegExp(`^${label} `) });
const saved = async (page: Page) => {
  await page.getByRole('button', { name: '下書きを保存' }).click();
  await page.getByText('保存していない変更があります。').waitFor({ state: 'detached' });
};

describe('千葉 of the records office keeps a form', () => {
  const step = story(() => stage);
  let draft: string;

  step('FORM-1 sees every form with the documents that keep each version, and begins a draft of one', async () => {
    const page = await stage.seat('chiba');
    await open(page, '/definitions');
    await page.getByRole('heading', { name: '様式と事案の種類' }).waitFor();
    await page.getByRole('row', { name: /契約の締結 contract 第1版.* 1$/ }).waitFor();
    await expectAccessible(page, '9-definitions-list');
    await page.getByRole('link', { name: '契約の締結' }).click();
    await page.getByText('作成中・進行中の1件がこの版によります').waitFor();
    await page.getByLabel('契約の相手方').waitFor();
    await expectAccessible(page, '9-definitions-version');
    await page.getByRole('button', { name: '下書きを作る' }).click();
    await page.getByRole('heading', { name: '契約の締結の下書き' }).waitFor();
    draft = page.url();
  });

  step('by keyboard alone: moves a field, adds a choice, names it, makes it required, and saves', async () => {
    const page = await stage.seat('chiba');
    await open(page, draft);
    await row(page, '契約の相手方').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('契約の相手方を8件中3番目に移しました。').waitFor();
    expect((await order(page)).slice(0, 3)).toEqual(['subject', 'amount', 'counterparty']);
    expect(
      await eventually(
        () => page.evaluate('document.activeElement.id'),
        (id) => id !== '',
      ),
    ).toBe('definition-field-counterparty');
    await page.keyboard.press('Alt+ArrowUp');
    expect((await order(page)).slice(0, 3)).toEqual(['subject', 'counterparty', 'amount']);

    await page.getByLabel('加える項目の種類').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#choice1-label').focus();
    await page.keyboard.type('随意契約の根拠');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Grounds');
    await page.locator('#choice1-choices').focus();
    await page.keyboard.type('少額');
    await page.keyboard.press('Enter');
    await page.keyboard.type('緊急');
    // The preview follows the typing, by the inputs of drafting.
    const preview = page.getByRole('region', { name: '起案の画面での見え方' });
    await preview.getByRole('group', { name: '随意契約の根拠' }).getByLabel('緊急').waitFor();
    await page.getByRole('button', { name: '下書きを保存' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('下書きを保存しました。').waitFor();
    await page.getByRole('cell', { name: /随意契約の根拠 選択 任意 \[少額、緊急\]/ }).waitFor();
    await page.getByText('直すところはありません。').waitFor();
    await expectAccessible(page, '9-definitions-draft');
  });

  step('by dragging: a field goes to another place, and is kept there', async () => {
    const page = await stage.seat('chiba');
    await open(page, draft);
    await page.locator('[data-field="term"]').dragTo(page.locator('[data-field="counterparty"]'));
    expect((await order(page)).slice(0, 4)).toEqual(['subject', 'term', 'counterparty', 'amount']);
    await saved(page);
    await open(page, draft);
    expect((await order(page)).slice(0, 4)).toEqual(['subject', 'term', 'counterparty', 'amount']);
    await page.getByRole('row', { name: /項目の順/ }).waitFor();
  });

  step(
    'FORM-2 the kind of a published field stays; it is replaced by a new one, and what rules read is not let go',
    async () => {
      const page = await stage.seat('chiba');
      await open(page, draft);
      await row(page, '契約の相手方').click();
      await page.getByText('種類は「文字」のままです').waitFor();
      await page.getByRole('button', { name: '新しい項目に置き換える' }).click();
      await page.getByRole('combobox', { name: '種類', exact: true }).selectOption('textarea');
      await page.locator('#text1-label').fill('');
      await saved(page);
      await page.getByText(/事案の種類に合わなくなります。.*「counterparty」/u).waitFor();
      await expectAccessible(page, '9-definitions-faults');
      await page.getByRole('button', { name: '項目「text1」へ' }).click();
      expect(await page.evaluate('document.activeElement.id')).toBe('definition-field-text1');
      await page.getByRole('button', { name: '決裁に回す' }).click();
      await page.getByLabel('施行日', { exact: true }).fill('R19.4.1');
      await page.getByRole('dialog').getByRole('button', { name: '決裁に回す' }).click();
      await page
        .getByRole('dialog')
        .getByText(/見出しを書いてください/)
        .waitFor();
      expect(stage.faults.take()).toEqual([expect.stringContaining('422')]);
      await page.getByRole('dialog').getByRole('button', { name: 'やめる' }).click();
      await page.getByRole('button', { name: '下書きを捨てる' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '下書きを捨てる' }).click();
      await page.getByText('下書きを捨てました。').waitFor();
    },
  );
});
