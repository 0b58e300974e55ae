import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { submitContract, submittedNotice } from '../journeys/town';
import { eventually } from '../support/eventually';
import { approveUntil } from './support/approve-until';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const LARGE = '町営住宅の修繕契約について';
const SMALL = '消耗品の購入契約について';
const MANNERS: readonly [name: string, options: BrowserContextOptions][] = [
  ['en', { locale: 'en-US' }],
  ['tablet', { viewport: { width: 1112, height: 834 }, hasTouch: true }],
  ['zoom', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await submitContract(stage.town, { fields: { subject: SMALL, amount: 600_000 } });
  await submitContract(stage.town, { fields: { subject: LARGE, amount: 5_000_000 } });
  await submittedNotice(stage.town, { subject: '回覧の依頼について' });
});
afterAll(() => stage?.close());

const step = story(() => stage);

describe('後藤 arranges his inbox', () => {
  step('narrows it down, orders it, and saves that for the section under a name', async () => {
    const page = await stage.seat('goto');
    await page.goto('/inbox');
    await row(page, SMALL).waitFor();
    await page.getByText('絞り込み・並べ替え').click();
    await page.getByLabel('種別').selectOption({ label: '契約の締結' });
    await row(page, '回覧の依頼').waitFor({ state: 'detached' });
    await page.getByLabel('並べ方').selectOption({ label: '金額の大きい順' });
    await page.waitForURL(/sort=amount/);
    await page.getByLabel('金額（円以上）').fill('百万');
    await page.getByRole('button', { name: '絞り込む' }).click();
    await page.getByRole('alert').getByText('金額は、万や億を使わず数字だけで書いてください').waitFor();
    expect(await page.getByLabel('金額（円以上）').inputValue()).toBe('百万');
    await page.getByLabel('金額（円以上）').fill('１，０００，０００');
    await page.getByRole('button', { name: '絞り込む' }).click();
    await row(page, SMALL).waitFor({ state: 'detached' });
    await row(page, LARGE).waitFor();
    const address = new URL((await row(page, LARGE).locator('a[data-row]').getAttribute('href')) ?? '', page.url());
    expect([...address.searchParams.keys()].sort()).toEqual(['amountFrom', 'matterType', 'row', 'sort', 'view']);
    await page.getByLabel('起案した課').selectOption({ label: '福祉課' });
    await page.waitForURL(/section=S31/);
    await page.getByLabel('受付日(から)').fill('昨日');
    await page.getByRole('button', { name: '絞り込む' }).click();
    await page.getByText('受付日は、6/9、R8.6.9、2026-06-09 のように書いてください。').waitFor();
    await page.getByLabel('受付日(から)').fill('R8.4.1');
    await page.getByRole('button', { name: '絞り込む' }).click();
    await page.waitForURL(/from=2026-04-01/);
    await row(page, LARGE).waitFor();
    await page.getByLabel('受付日(から)').fill('');
    await page.getByRole('button', { name: '絞り込む' }).click();
    await page.waitForURL((url) => !url.search.includes('from='));
    await page.getByLabel('起案した課').selectOption({ label: 'すべての課' });
    await page.waitForURL((url) => !url.search.includes('section='));
    await expectAccessible(page, '15-narrowed');
    await page.getByRole('button', { name: 'この表示を保存する' }).click();
    const dialog = page.getByRole('dialog', { name: 'この表示を保存する' });
    await dialog.getByRole('button', { name: '保存する' }).click();
    await dialog.getByText('名前を入力してください。').waitFor();
    await dialog.getByLabel('名前').fill('大きな契約');
    await dialog.getByLabel('所属の課で共有する').check();
    await expectAccessible(page, '15-save-view');
    await dialog.getByRole('button', { name: '保存する' }).click();
    await saved(page)
      .getByRole('link', { name: /大きな契約 福祉課 1/ })
      .waitFor();
    await page.goto('/inbox');
    await row(page, SMALL).waitFor();
    await saved(page)
      .getByRole('link', { name: /大きな契約/ })
      .click();
    await row(page, SMALL).waitFor({ state: 'detached' });
    await row(page, LARGE).click();
    await page.waitForURL(/amountFrom=1000000.*row=|row=.*amountFrom=1000000/);
    await page.getByRole('button', { name: '絞り込みをやめる' }).click();
    await row(page, SMALL).waitFor();
  });

  step('makes the list narrower by the keyboard, and finds it so again', async () => {
    const page = await stage.seat('goto');
    await page.goto('/inbox');
    await row(page, SMALL).waitFor();
    const width = async () => (await page.getByRole('region', { name: '受信箱の一覧' }).boundingBox())?.width ?? 0;
    const first = await width();
    const line = page.getByRole('separator', { name: '左右の幅（矢印キーで変更）' });
    await line.focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft');
    await eventually(width, (now) => now < first - 40);
    await expectAccessible(page, '15-narrower');
    const kept = await width();
    await page.reload();
    await row(page, SMALL).waitFor();
    await eventually(width, (now) => Math.abs(now - kept) < 2);
    await line.dblclick();
    await eventually(width, (now) => Math.abs(now - first) < 2);
  });

  step('approves without a network: the row is back where it stood, with the reason and the way to it', async () => {
    const page = await stage.seat('goto');
    await page.goto('/inbox');
    await row(page, SMALL).waitFor();
    const titles = async () =>
      (await page.locator('tr[data-key] a[data-row]').allInnerTexts()).map((title) => title.replace(/未読\s*/u, ''));
    const before = await titles();
    await row(page, SMALL).click();
    await page.getByRole('button', { name: '承認する' }).waitFor();
    await page.context().setOffline(true);
    await page.keyboard.press('a');
    await row(page, SMALL).waitFor({ state: 'detached' });
    await page.getByText(`「${SMALL}」は処理できませんでした。`).waitFor();
    await eventually(titles, (now) => JSON.stringify(now) === JSON.stringify(before));
    await page.getByRole('button', { name: 'その行へ' }).click();
    await page.locator('tr[aria-current=true]').filter({ hasText: SMALL }).waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await row(page, SMALL).waitFor();
    expect(stage.faults.take().filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });

  step('his head of section sees the view with counts of her own, and cannot remove it', async () => {
    const page = await stage.seat('fukagawa');
    await page.goto('/inbox');
    await saved(page)
      .getByRole('link', { name: /大きな契約 福祉課 0/ })
      .click();
    await page.getByText('条件に当てはまる文書はありません。').waitFor();
    expect(await page.getByRole('button', { name: /を消す$/ }).count()).toBe(0);
    await expectAccessible(page, '15-nothing-fits');
  });

  step('an empty view says what is due next, and he removes what he saved', async () => {
    const page = await stage.seat('goto');
    await page.goto('/inbox?view=decision');
    await page.getByText(/^次の期限 令和/).waitFor();
    await expectAccessible(page, '15-empty');
    await page.getByRole('button', { name: '保存した表示「大きな契約」を消す' }).click();
    await saved(page).waitFor({ state: 'detached' });
  });
});

describe.each(MANNERS)('the narrowed inbox, %s', (name, options) => {
  step('can be used', async () => {
    const page = await stage.seat('goto', options);
    if (name === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await page.goto('/inbox?matterType=contract');
    await row(page, SMALL).waitFor();
    await expectAccessible(page, `15-${name}-narrowed`);
  });
});

describe('原 drafts', () => {
  step('is asked once more when an open document reads like personal data, and warned of a second tab', async () => {
    const page = await stage.seat('hara');
    await page.goto('/draft/form?type=notice');
    await page.getByLabel(/^件名/).fill('健康相談の案内について');
    await page.getByLabel(/^宛先/).fill('町内会長');
    await page.getByLabel(/^本文/).fill('申込みは０９０－１２３４－５６７８（山田）まで。');
    await page.waitForURL(/doc=/);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await page.getByText('この下書きは別のタブでも開いています。').waitFor();
    await second.getByText('この下書きは別のタブでも開いています。').waitFor();
    await second
      .getByRole('navigation', { name: '画面' })
      .getByRole('link', { name: /受信箱/ })
      .click();
    await page.getByText('この下書きは別のタブでも開いています。').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '起案する' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('本文: 電話番号').waitFor();
    expect(await sheet.getByRole('button', { name: '起案する' }).isDisabled()).toBe(true);
    await expectAccessible(page, '15-personal');
    await sheet.getByLabel('公開してよいことを確かめました').check();
    await sheet.getByRole('button', { name: '起案する' }).click();
    await page.waitForURL(/\/documents\//);
  });

  step('loses nothing that the server has not got: it is there after a reload, and saved then', async () => {
    const page = await stage.seat('hara');
    const subject = page.getByLabel(/^件名/);
    await page.route(/\/api\/v1\/documents$/, (route) => route.abort());
    await page.goto('/draft/form?type=notice');
    await subject.fill('届かなかった案内について');
    await page.getByText(/保存できませんでした/).waitFor();
    await page.unroute(/\/api\/v1\/documents$/);
    await page.reload();
    await page.getByText(/このブラウザーに残っていた書きかけ/).waitFor();
    expect(await subject.inputValue()).toBe('届かなかった案内について');
    await expectAccessible(page, '15-unsaved');
    await page.waitForURL(/doc=/);
    await page.getByText(/に自動保存/).waitFor();
    await page.reload();
    await subject.waitFor();
    expect(await subject.inputValue()).toBe('届かなかった案内について');
    expect(await page.getByText(/このブラウザーに残っていた書きかけ/).count()).toBe(0);
    expect(stage.faults.take().filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  });
});

describe('a contract goes from hand to hand, none of them on a mouse', () => {
  const title = '手すりの設置契約について';
  const fields: readonly [label: RegExp, text: string][] = [
    [/^件名/, title],
    [/^契約の相手方/, '株式会社浜見サービス'],
    [/^契約金額/, '1200000'],
    [/一般競争入札/, ' '],
    [/^契約の理由/, '前年度の実績を踏まえ、専門の事業者に委託する必要があるため。'],
    [/^履行期間/, '契約締結の日から年度の末日まで'],
    [/^予算科目/, '3款1項2目12節'],
    [/^会計年度/, '2026'],
  ];

  step('原 drafts and submits it', async () => {
    const page = await stage.seat('hara');
    await page.goto('/draft');
    const form = page.locator('form');
    await page
      .getByRole('link', { name: /契約の締結/ })
      .first()
      .waitFor();
    await tabTo(page, page.getByRole('link', { name: /契約の締結/ }).first());
    await page.keyboard.press('Enter');
    await form.getByLabel(/^件名/).waitFor();
    for (const [label, text] of fields) {
      await tabTo(page, form.getByLabel(label).first());
      await (text === ' ' ? page.keyboard.press('Space') : page.keyboard.type(text));
    }
    await page.getByText(/に自動保存/).waitFor();
    await page.keyboard.press('Control+Enter');
    const sheet = page.getByRole('dialog', { name: 'この内容で起案します' });
    await sheet.getByRole('button', { name: '起案する' }).waitFor();
    await tabTo(page, sheet.getByRole('button', { name: '起案する' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/documents\//);
    await expectAccessible(page, '15-keyboard-submitted');
  });

  for (const login of ['goto', 'fukagawa', 'takarabe', 's1055'])
    step(`${login} finds it with J and settles it with A`, async () => {
      const page = await stage.seat(login);
      await page.goto('/inbox');
      await walkTo(page, title);
      await page.keyboard.press('a');
      await row(page, title).waitFor({ state: 'detached' });
      await expectAccessible(page, `15-keyboard-${login}`);
    });

  step('江藤 decides it on a tablet, by touch', async () => {
    const page = await stage.seat('eto', { viewport: { width: 1112, height: 834 }, hasTouch: true });
    await page.goto('/inbox');
    await row(page, title).waitFor();
    await page.getByRole('link', { name: title }).tap();
    await page.getByRole('article', { name: '起案用紙' }).getByText(title).waitFor();
    await page.getByRole('button', { name: '決裁する' }).tap();
    await page.getByText(`「${title}」を決裁しました。`).waitFor();
    await row(page, title).waitFor({ state: 'detached' });
    await expectAccessible(page, '15-touch-decided');
  });
});

describe('a large contract reaches the top without a mouse', () => {
  const title = '中学校体育館の大規模改修契約について';
  let id: string;

  step('江藤 turns the pane to the course and agrees with an opinion, by the keyboard alone', async () => {
    id = await submitContract(stage.town, { fields: { subject: title, amount: 12_000_000 } });
    await approveUntil(stage.town, id, 'eto');
    const page = await stage.seat('eto');
    await page.goto('/inbox');
    await walkTo(page, title);
    await tabTo(page, page.getByRole('tab', { name: '起案用紙' }));
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: '経過', selected: true }).waitFor();
    await page.keyboard.press('c');
    const sheet = page.getByRole('dialog', { name: '意見を付けて処理します' });
    await sheet.getByRole('textbox').waitFor();
    await expectAccessible(page, '15-keyboard-opinion');
    await tabTo(page, sheet.getByRole('textbox'));
    await page.keyboard.type('工期に余裕を見ること。');
    await tabTo(page, sheet.getByRole('button', { name: '承認する' }));
    await page.keyboard.press('Enter');
    await row(page, title).waitFor({ state: 'detached' });
    await expectAccessible(page, '15-keyboard-eto');
  });

  step('町田 opens it by Enter, reads what 江藤 says, and decides at its foot, by the keyboard alone', async () => {
    await approveUntil(stage.town, id, 'machida');
    const page = await stage.seat('machida');
    await page.goto('/inbox');
    await walkTo(page, title);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: title }).waitFor();
    await expectAccessible(page, '15-keyboard-mayor-document');
    await tabTo(page, page.getByRole('tab', { name: '起案用紙' }));
    await page.keyboard.press('ArrowRight');
    await page.getByText('工期に余裕を見ること。').first().waitFor();
    await tabTo(page, page.getByRole('button', { name: '決裁する' }));
    await page.keyboard.press('Enter');
    await page.getByText(`「${title}」を決裁しました。`).waitFor();
    await expectAccessible(page, '15-keyboard-mayor-decided');
    const { body } = await (await stage.town.as('hara')).get(`/documents/${id}`);
    expect(body.state).toBe('decided');
  });
});

/** Walks down the list by J until the row is the current one, and its document is shown. */
async function walkTo(page: Page, title: string): Promise<void> {
  await row(page, title).waitFor();
  for (let at = 0; at < 20 && !(await page.locator('tr[aria-current]').innerText()).includes(title); at += 1)
    await page.keyboard.press('j');
  await page.getByRole('article', { name: '起案用紙' }).getByText(title).waitFor();
}

/** As far as Tab leads; a place that it does not reach is no place for whoever has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('No Tab leads there.');
}

const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
const saved = (page: Page) => page.getByRole('navigation', { name: '保存した表示' });
