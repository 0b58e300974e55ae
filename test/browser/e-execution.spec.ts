import type { BrowserContextOptions, Page } from 'playwright-core';
import { reimport } from '../journeys/scenarios';
import { act, decidedNotice } from '../journeys/town';
import { expectAccessible, look } from './support/looks';
import { paste } from './support/paste';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const SUBJECT = '敬老会の開催について';
const OTHER = '取りやめる通知について';
const PURCHASE = '事務用品の購入について';
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

  step('she adds a file after the decision, which stands apart on the sheet and in the course', async () => {
    const page = await stage.seat('s1055');
    await page.goto(`/documents/${sent}`);
    await page.getByRole('button', { name: 'ファイルを追加する' }).click();
    const sheet = page.getByRole('dialog', { name: 'ファイルを追加する' });
    await sheet
      .getByLabel('追加するファイル')
      .setInputFiles([{ name: '会場図.txt', mimeType: 'text/plain', buffer: Buffer.from('会場の図') }]);
    await sheet.getByLabel('追加の理由').fill('会場が決まったため');
    await expectAccessible(page, 'e-5a-add-file');
    await sheet.getByRole('button', { name: '追加する', exact: true }).click();
    await page.getByText('ファイルを追加しました。').waitFor();
    const row = page.getByRole('article', { name: '起案用紙' }).locator('dd', { hasText: '会場図.txt' });
    await row.getByText(/会場図\.txt \(令和.*上田 久美子\)/).waitFor();
    await expectAccessible(page, 'e-5b-added');
    await page.getByRole('tab', { name: '経過' }).click();
    await page.getByText('会場が決まったため').first().waitFor();
    await expectAccessible(page, 'e-5c-course');
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
    await english.goto(`/documents/${sent}`);
    await english.getByText('Added after the decision').first().waitFor();
    await expectAccessible(english, 'e-9a-added-english');
    await english.goto(`/documents/${sent}?tab=execution`);
    await english.getByRole('button', { name: 'Dispatched the remaining 2' }).waitFor();
    await expectAccessible(english, 'e-9-english');
  });
});

describe('a form with people, units and a table', () => {
  const step = story(() => stage);

  step('原 finds a section by its reading and a colleague by new kanji for old, with the keyboard alone', async () => {
    const page = await stage.seat('hara');
    await page.goto('/draft/form?type=it_investment');
    await choose(page, /^所管課/, 'ざいせいか', /^財政課/);
    await choose(page, /^担当者/, '渡辺', /渡邉/);
    const sheet = page.getByRole('article', { name: '起案用紙' });
    await sheet.getByText(/渡邉.*\(.+\)/).waitFor();
    expect(await sheet.innerText()).toMatch(/所管課\s+財政課/);
    await expectAccessible(page, 'e-10-pickers');
    await page.getByRole('combobox', { name: /^担当者/ }).fill('だれか');
    await page.keyboard.press('Tab');
    await page.getByText('「担当者」は一覧から選んでください。').first().waitFor();
  });

  step('she pastes a table, moves and removes rows by key, and reads the sum on the sheet', async () => {
    const page = await stage.seat('hara');
    await page.goto('/draft/form?type=spending');
    await page.getByRole('textbox', { name: /^件名/ }).fill(PURCHASE);
    await page.getByRole('textbox', { name: /^支払先/ }).fill('浜見文具店');
    await page.getByRole('textbox', { name: /^金額/ }).fill('48000');
    await page.getByRole('textbox', { name: /^会計年度/ }).fill('2026');
    await chooseByReading(page);
    const cell = (row: number, column: string) => page.getByRole('textbox', { name: `内訳 ${row}行目 ${column}` });
    await paste(cell(1, '品名'), '机\t２\t台\t￥１５，０００\t￥３０，０００\tR8.12.1\r\n椅子\t3\t脚\t\t12000\r\n');
    await page.getByText('2行を貼り付けました。').waitFor();
    expect(await cell(1, '金額（円）').inputValue()).toBe('30,000');
    expect(await cell(2, '単価（円）').inputValue()).toBe('');
    await paste(cell(2, '納品日'), 'あ\tい');
    await page.getByText(/貼り付けませんでした。2列ありますが/).waitFor();
    expect(await cell(2, '納品日').inputValue()).toBe('');
    await cell(2, '品名').press('Enter');
    await cell(3, '品名').fill('電卓');
    await cell(3, '金額（円）').fill('六千');
    await cell(3, '品名').focus();
    await page
      .getByText(/「内訳 3行目 金額（円）」は/)
      .first()
      .waitFor();
    await expectAccessible(page, 'e-11-table-error');
    await cell(3, '金額（円）').fill('6000');
    await cell(3, '金額（円）').press('Alt+ArrowUp');
    expect(await cell(2, '品名').inputValue()).toBe('電卓');
    await cell(2, '品名').press('Alt+Delete');
    await page.getByText('2行目を削除しました。').waitFor();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await page.getByRole('article', { name: '起案用紙' }).getByText('48,000円').first().waitFor();
    await page.getByText('金額（円）の消費税を計算').click();
    await page.getByText(/うち消費税 4,363円、税抜 43,637円/).waitFor();
  });

  step('後藤 sees row by row what 原 changed in the table after he had returned it', async () => {
    const hara = await stage.town.as('hara');
    const lines = [
      { item: '机', total: 30_000 },
      { item: '椅子', total: 12_000 },
    ];
    const fields = { subject: '机と椅子の購入', payee: '浜見文具店', amount: 42_000, accountingYear: 2026, lines };
    const { body: draft } = await hara.post('/documents', { matterType: 'spending', fields });
    await hara.post(`/documents/${draft.id}/submissions`, { expectedVersion: draft.version });
    expect((await act(stage.town, 'goto', draft.id, 'return', { comment: '単価を見直すこと' })).status).toBe(201);
    const { body: back } = await hara.get(`/documents/${draft.id}`);
    const fresh = [{ item: '机', total: 33_000 }, ...lines.slice(1), { item: '電灯', total: 5_000 }];
    const edited = await hara.patch(
      `/documents/${draft.id}`,
      { fields: { ...back.fields, amount: 50_000, lines: fresh } },
      { ifMatch: back.version },
    );
    const again = await hara.post(`/documents/${draft.id}/submissions`, { expectedVersion: edited.body.version });
    expect(again.status).toBe(201);
    const page = await stage.seat('goto');
    await page.goto(`/documents/${draft.id}`);
    const rows = page.getByRole('region', { name: '第1版から第2版への変更' }).getByRole('listitem');
    await rows.filter({ hasText: '電灯' }).waitFor();
    const said = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' '));
    expect(said).toEqual([
      expect.stringMatching(/1行目.*30,000円.*33,000円/),
      expect.stringMatching(/3行目.*電灯.*5,000円/),
    ]);
    await expectAccessible(page, 'e-12-row-changes');
  });

  step('原 finds a long choice in a cell by its reading, the IME still open, and goes down with Enter', async () => {
    await reimport(stage.town, { 'forms/spending.json': withKindOfExpense });
    const page = await stage.seat('hara');
    await page.goto('/draft/form?type=spending');
    const box = (row: number) => page.getByRole('combobox', { name: `内訳 ${row}行目 節` });
    await box(1).click();
    await box(1).fill('道路');
    await page.getByText('合う選択肢がありません').waitFor();
    await page.keyboard.press('Tab');
    await page
      .getByText(/「内訳 1行目 節」は一覧から選んでください。/)
      .first()
      .waitFor();
    await expectAccessible(page, 'e-13-cell-error');
    await box(1).fill('');
    await composeReading(page);
    await look(page, 'e-13-cell-choice');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box(1).inputValue()).toBe('委託料');
    await page.keyboard.press('Enter');
    await box(2).waitFor();
    await paste(box(2), '需用費\r\n旅費');
    await page.getByText('2行を貼り付けました。').waitFor();
    expect(await box(3).inputValue()).toBe('旅費');
    await box(3).press('Alt+ArrowUp');
    expect([await box(2).inputValue(), await box(3).inputValue()]).toEqual(['旅費', '需用費']);
    await page.getByRole('button', { name: '内訳 3行目 節の一覧を開く' }).click();
    expect(await page.getByRole('option').count()).toBe(9);
    await page.keyboard.press('Escape');
    const sheet = page.getByRole('article', { name: '起案用紙' });
    for (const words of ['委託料', '旅費', '需用費']) await sheet.getByText(words, { exact: true }).waitFor();
    await page.setViewportSize({ width: 1112, height: 834 });
    await expectAccessible(page, 'e-13-cell-tablet');
  });

  step('原 numbers the paragraphs of a text with Alt+N, and takes that back', async () => {
    const page = await stage.seat('hara');
    await page.goto('/draft/form?type=internal');
    const body = page.getByRole('textbox', { name: /^伺い文/ });
    await body.fill('目的\n  対象\n方法');
    await body.press('Alt+n');
    expect(await body.inputValue()).toBe('1　目的\n　(1)　対象\n2　方法');
    await body.press('Control+z');
    expect(await body.inputValue()).toBe('目的\n  対象\n方法');
  });

  step('原 begins with a type used lately, and files it under a class used lately or found in the tree', async () => {
    const page = await stage.seat('hara');
    await page.goto('/draft');
    const lately = page.getByRole('navigation', { name: '最近使った種類' });
    await lately.getByRole('link').first().waitFor();
    await expectAccessible(page, '17-draft-start');
    await lately.getByRole('link').first().click();
    const box = page.getByRole('combobox', { name: '分類' });
    await box.scrollIntoViewIfNeeded();
    await box.click();
    const used = page.getByRole('group', { name: '最近使った分類' });
    const first = await used.getByRole('option').first().innerText();
    await look(page, '17-class-picker');
    expect(await page.getByRole('option', { name: first.split('\n')[0] ?? '' }).count()).toBe(1);
    await box.fill('契約');
    await page.getByRole('group', { name: /›/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toMatch(/契約/);
  });
});

/** Nine 節 are a box to type in: by reading while the IME is still open, and what is no choice is said. */
async function chooseByReading(page: Page): Promise<void> {
  const box = page.getByRole('combobox', { name: /^節/ });
  await box.fill('道路');
  await page.getByText('合う選択肢がありません').waitFor();
  await page.keyboard.press('Tab');
  await page.getByText('「節」は一覧から選んでください。').first().waitFor();
  await box.fill('');
  await composeReading(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: '起案用紙' }).getByText('委託料').waitFor();
  expect(await box.inputValue()).toBe('委託料');
  await page.getByRole('button', { name: '節の一覧を開く' }).click();
  expect(await page.getByRole('option').count()).toBe(9);
  await page.keyboard.press('Escape');
}

/** Writes いたく in the box that has the focus: what fits is listed while the IME is open, and its Enter takes no choice. */
async function composeReading(page: Page): Promise<void> {
  const ime = await page.context().newCDPSession(page);
  await ime.send('Input.imeSetComposition', { text: 'いたく', selectionStart: 3, selectionEnd: 3 });
  await page.getByRole('option', { name: '委託料' }).waitFor();
  expect(await page.getByRole('option').allInnerTexts()).toEqual(['委託料']);
  await ime.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await page.getByRole('option', { name: '委託料' }).waitFor();
  await ime.send('Input.insertText', { text: 'いたく' });
  // Safari tells the same Enter after the conversion has ended, by its key code alone.
  await ime.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await page.getByRole('option', { name: '委託料' }).waitFor();
}

/** 内訳 with a 節 of its own in every row, as the whole matter has one. */
function withKindOfExpense(text: string): string {
  const form = JSON.parse(text);
  const { items } = form.properties.lines;
  items.properties.kind = form.properties.expenseItem;
  items['x-ui'].order.push('kind');
  return JSON.stringify(form);
}

/** Types a part, goes to the only fitting line and takes it. */
async function choose(page: Page, name: RegExp, typed: string, line: RegExp): Promise<void> {
  await page.getByRole('combobox', { name }).fill(typed);
  await page.getByRole('option', { name: line }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
