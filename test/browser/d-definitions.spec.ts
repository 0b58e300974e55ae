import type { BrowserContextOptions, Page } from 'playwright-core';
import { approveAll, loginOf } from '../journeys/disposals';
import { reimportSettings } from '../journeys/scenarios';
import { CONTRACT_FIELDS } from '../journeys/town';
import { eventually } from '../support/eventually';
import { expectAccessible, look } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const TABLET: BrowserContextOptions = { viewport: { width: 1112, height: 834 }, hasTouch: true };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let stage: Stage;
let written: string;
beforeAll(async () => {
  stage = await openStage();
  await reimportSettings(stage.town, { graceSeconds: 0 });
  const hara = await stage.town.as('hara');
  written = (await hara.post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS })).body.id;
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

/** Whoever decides opens the draft from the decision, though the list of definitions is not theirs. */
async function seenByWhoeverDecides(decision: string): Promise<void> {
  const { body } = await (await stage.town.as('chiba')).get(`/documents/${decision}/approval`);
  const [seat] = body.steps.flatMap(({ seats }: any) => seats).filter(({ state }: any) => state === 'active');
  const page = await stage.seat(loginOf(seat.holder.staffNo));
  await open(page, `/documents/${decision}`);
  await page.getByRole('link', { name: '様式「contract」の下書きを見る' }).click();
  await page.getByRole('heading', { name: '契約の締結の下書き' }).waitFor();
  await page
    .getByRole('row', { name: /予定価格/ })
    .first()
    .waitFor();
}

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

  step('FORM-6 a field names the other party, or not any more, and the comparison says so', async () => {
    const page = await stage.seat('chiba');
    await open(page, draft);
    await row(page, '契約の相手方').click();
    const tick = page.getByRole('checkbox', { name: /^相手方の欄/ });
    expect(await tick.isChecked()).toBe(true);
    await tick.uncheck();
    await saved(page);
    await page.getByRole('cell', { name: /契約の相手方 文字 必須 .*相手方ではない/ }).waitFor();
    await tick.scrollIntoViewIfNeeded();
    await expectAccessible(page, '9-definitions-other-party');
    await tick.check();
    await saved(page);
    await page.getByRole('cell', { name: /相手方ではない/ }).waitFor({ state: 'detached' });
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

  step(
    'FORM-4 a change is sent for decision, and from its day new drafts have it while what was begun keeps its own',
    async () => {
      const page = await stage.seat('chiba');
      await open(page, '/definitions?kind=form&code=contract');
      await page.getByRole('button', { name: '下書きを作る' }).click();
      await page.getByLabel('加える項目の種類').selectOption('yen');
      await page.getByRole('button', { name: '項目を加える' }).click();
      await page.locator('#yen1-label').fill('予定価格');
      await page.locator('#yen1-label-en').fill('Estimate');
      await page.getByLabel('改正の趣旨').fill('予定価格を記録する');
      await saved(page);
      await page.getByRole('button', { name: '決裁に回す' }).click();
      await page
        .getByLabel('施行日', { exact: true })
        .fill(await page.evaluate<string>(`new Date().toLocaleDateString('sv')`));
      await expectAccessible(page, '9-definitions-propose');
      await page.getByRole('dialog').getByRole('button', { name: '決裁に回す' }).click();
      await page.getByText('決裁に回しました。').waitFor();
      await page.getByText(/の施行として決裁に回っています/).waitFor();
      expect(await page.getByRole('button', { name: '下書きを捨てる' }).count()).toBe(0);
      await expectAccessible(page, '9-definitions-proposed');
      await page.getByRole('link', { name: '決裁の文書を開く' }).click();
      await page.getByText('・予定価格【加える】予定価格 金額(円) 任意').first().waitFor();
      await expectAccessible(page, '9-definitions-decision');
      const decision = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await page.getByRole('link', { name: '様式「contract」の下書きを見る' }).click();
      await page.getByText(/の施行として決裁に回っています/).waitFor();
      await expectAccessible(page, '9-definitions-draft-of-decision');
      await seenByWhoeverDecides(decision);
      await approveAll(stage.town, decision);
      await open(page, '/definitions?kind=form&code=contract');
      await page.getByRole('heading', { name: /契約の締結 第2版/ }).waitFor();
      await page.getByText('決裁で公布された版です。').waitFor();
      await expectAccessible(page, '9-definitions-published');

      const hara = await stage.seat('hara');
      await open(hara, '/draft/form?type=contract');
      await hara.getByLabel('予定価格').waitFor();
      await open(hara, `/draft/form?doc=${written}`);
      await hara.getByLabel('契約の相手方').waitFor();
      expect(await hara.getByLabel('予定価格').count()).toBe(0);
    },
  );
});

describe('others, and other screens', () => {
  const step = story(() => stage);

  step('the auditor looks in English on a phone, and is offered no change', async () => {
    const page = await stage.seat('s1125', PHONE);
    await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await open(page, '/definitions');
    await page.getByRole('heading', { name: 'Forms and matter types' }).waitFor();
    await expectAccessible(page, '9-definitions-list-phone');
    await open(page, '/definitions?kind=form&code=contract');
    await page.getByText('Changes from version 1').first().waitFor();
    await page.getByLabel('Estimate').waitFor();
    expect(await page.getByRole('button', { name: 'Draft a change' }).count()).toBe(0);
    await expectAccessible(page, '9-definitions-version-phone');
  });

  step(
    'a draft on a tablet and on a phone: fields are moved by buttons, and the preview takes three widths',
    async () => {
      const page = await stage.seat('chiba', TABLET);
      await open(page, '/definitions?kind=form&code=letter');
      await page.getByRole('button', { name: '下書きを作る' }).click();
      await page.getByRole('heading', { name: /の下書き$/ }).waitFor();
      for (const [label, width] of [
        ['タブレット', 516],
        ['パソコン', 680],
        ['電話', 350],
      ] as const) {
        await page.getByRole('button', { name: label, exact: true }).click();
        expect(await page.evaluate(`parseFloat(document.querySelector('[data-preview]').style.width)`)).toBe(width);
      }
      await expectAccessible(page, '9-definitions-draft-tablet');
      const phone = await stage.seat('chiba', PHONE);
      await open(phone, page.url());
      const [first, second] = await order(phone);
      await phone
        .getByRole('button', { name: /を下へ$/ })
        .first()
        .click();
      expect((await order(phone)).slice(0, 2)).toEqual([second, first]);
      await phone
        .getByRole('button', { name: /を上へ$/ })
        .nth(1)
        .click();
      await row(phone, '件名').click();
      await expectAccessible(phone, '9-definitions-draft-phone');
      await look(phone, '9-definitions-draft-phone-open');
    },
  );

  step('a matter type: its form, class, series and substance are chosen among what is there', async () => {
    const page = await stage.seat('chiba');
    await open(page, '/definitions');
    await page.getByRole('tab', { name: '事案の種類' }).click();
    await page.getByRole('link', { name: '出張' }).click();
    await page.getByRole('heading', { name: /出張 第1版/ }).waitFor();
    await expectAccessible(page, '9-definitions-type');
    await page.getByRole('button', { name: '下書きを作る' }).click();
    await page.getByRole('combobox', { name: /^既定の分類/ }).selectOption('10-01-02');
    await page.getByRole('combobox', { name: '審査' }).selectOption('after');
    await page.getByRole('group', { name: '要旨の項目' }).getByRole('checkbox').first().click();
    await saved(page);
    await page.getByRole('row', { name: /審査 なし 決裁の後/ }).waitFor();
    await page.getByText('直すところはありません。').waitFor();
    await expectAccessible(page, '9-definitions-type-draft');
    await page.getByRole('combobox', { name: '様式', exact: true }).selectOption('letter');
    await saved(page);
    await page
      .getByText(/専決規程の\d+行目に合わなくなります。/)
      .first()
      .waitFor();
    await expectAccessible(page, '9-definitions-type-faults');
    await page.getByRole('button', { name: '下書きを捨てる' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '下書きを捨てる' }).click();
    await page.getByText('下書きを捨てました。').waitFor();
  });

  step('who saved elsewhere is not overwritten', async () => {
    const page = await stage.seat('chiba', TABLET);
    await open(page, '/definitions?kind=form&code=letter');
    await page.getByRole('link', { name: /下書き/ }).click();
    const title = page.getByLabel('様式の名前');
    await title.fill('通知');
    const keeper = await stage.town.as('chiba');
    const { items } = (await keeper.get('/definitions')).body;
    const { id } = items.find((one: any) => one.kind === 'form' && one.code === 'letter').draft;
    const { content, revision } = (await keeper.get(`/definition-drafts/${id}`)).body;
    await keeper.request(
      'PUT',
      `/definition-drafts/${id}`,
      JSON.stringify({ content: { ...content, title: '照会' } }),
      {
        key: crypto.randomUUID(),
        ifMatch: revision,
      },
    );
    await page.getByRole('button', { name: '下書きを保存' }).click();
    await page.getByText(/この下書きは、開いた後に保存されています/).waitFor();
    expect(stage.faults.take()).toEqual([expect.stringContaining('412')]);
    await page.getByRole('button', { name: 'もう一度試す' }).click();
    await eventually(
      () => title.inputValue(),
      (value) => value === '照会',
    );
  });
});
