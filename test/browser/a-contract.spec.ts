import type { Page } from 'playwright-core';
import { readPdf } from '../../libs/rendering/test/support/readers';
import { submitContract } from '../journeys/town';
import { eventually } from '../support/eventually';
import { expectDrawn, putBeside } from './support/drawn';
import { expectAccessible } from './support/looks';
import { RARE_WORD, digested, estimate, specification } from './support/papers';
import { keepPdf, printedScreen } from './support/printed';
import { story } from './support/story';
import { type Stage, knock, openStage, signInByForm } from './support/stage';

const TITLE = '独居高齢者見守り業務委託契約の締結について';
const SECRET_TITLE = '機微な相談記録の取扱いについて';
const DRAFT_TITLE = '書きかけの伺いについて';
const ANSWER = '見積を取り直し、契約金額を改めました。';

let stage: Stage;
/** Id and number of the contract whose way these tests follow. */
let contract: string;
let number: string;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const step = story(() => stage);

describe('a contract of 1,200,000 yen, from the form to the archive', () => {
  step('原 signs in, types the contract, sees sheet and route grow, encloses two files and submits', async () => {
    const page = await stage.window();
    await knock(page);
    await expectAccessible(page, '1-sign-in');
    await signInByForm(page, 'hara');
    await page.getByRole('link', { name: '起案', exact: true }).click();
    await page.getByRole('heading', { name: '新しい起案の種類' }).waitFor();
    await expectAccessible(page, '1-draft-start');
    await page
      .getByRole('link', { name: /契約の締結/ })
      .first()
      .click();
    await page.getByText('金額を入力すると決裁者が決まります。').waitFor();
    await expectAccessible(page, '1-draft-empty');
    await typeContract(page);
    await expectRoute(page);
    const sheet = await page.getByRole('article', { name: '起案用紙' }).innerText();
    expect(sheet).toContain(TITLE);
    expect(sheet).toMatch(/契約金額（円・税込）\s+1,200,000円/);
    expect(sheet).toContain('（決裁後に採番）');
    await page.getByLabel('ファイルを選ぶ').setInputFiles([await specification(stage.town), estimate()]);
    await form(page).getByRole('button', { name: '仕様書.pdf を削除' }).waitFor();
    await form(page).getByRole('button', { name: '参考見積.docx を削除' }).waitFor();
    await page.getByText(/に自動保存/).waitFor();
    await expectAccessible(page, '1-draft-typed');
    await form(page).getByRole('button', { name: '起案する' }).click();
    const dialog = page.getByRole('dialog', { name: 'この内容で起案します' });
    await dialog.getByText('2件').waitFor();
    await expectAccessible(page, '1-draft-confirm');
    await dialog.getByRole('button', { name: '起案する' }).click();
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
    contract = /documents\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    await page.getByText('後藤 学 の承認待ち').waitFor();
    await expectAccessible(page, '1-submitted');
    await digested(await stage.town.as('hara'), contract);
  });

  step('後藤 finds it among others by J and K, reads the PDF in the page, and approves it with A', async () => {
    await submitContract(stage.town, { fields: { subject: '用品購入契約の締結について' } });
    const page = await stage.seat('goto');
    await page.goto('/inbox');
    await row(page, TITLE).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    for (let n = 0; n < 5 && (await current(page)) !== TITLE; n += 1) await page.keyboard.press('j');
    expect(await current(page)).toBe(TITLE);
    await page.getByRole('tab', { name: '仕様書.pdf' }).waitFor();
    await page.keyboard.press(']');
    await expectDrawn(page);
    await expectAccessible(page, '2-inbox-pdf');
    await page.keyboard.press('a');
    await row(page, TITLE).waitFor({ state: 'detached' });
    await page.getByText(`「${TITLE}」を承認しました。`).waitFor();
    expect(await current(page)).toBe('用品購入契約の締結について');
    await expectAccessible(page, '2-inbox-approved');
  });

  step('深川 approves it with the mouse, after taking the original of the estimate', async () => {
    const page = await stage.seat('fukagawa');
    await page.goto('/inbox');
    await row(page, TITLE).click();
    await page.getByRole('tab', { name: '参考見積.docx' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '原本を保存' }).click();
    expect(await bytesOf(await download)).toEqual(estimate().buffer);
    await expectAccessible(page, '2-inbox-office-file');
    await page.getByRole('tab', { name: '仕様書.pdf' }).click();
    await expectDrawn(page);
    await page.getByRole('button', { name: '承認する' }).click();
    await page.getByText(`「${TITLE}」を承認しました。`).waitFor();
  });

  step('財部, asked to concur, returns it with a reason', async () => {
    const page = await stage.seat('takarabe');
    await page.goto('/inbox?view=concurrence');
    await row(page, TITLE).click();
    await page.getByRole('button', { name: '差し戻す' }).click();
    const dialog = page.getByRole('dialog', { name: '差し戻す' });
    await dialog.getByRole('button', { name: '差し戻す' }).click();
    await dialog.getByText('理由を入力してください。').waitFor();
    await dialog.getByRole('textbox').press('Alt+1');
    expect(await dialog.getByRole('textbox').inputValue()).toBe('金額の根拠を示してください。');
    await expectAccessible(page, '3-return');
    await dialog.getByRole('button', { name: '差し戻す' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('合議待ちはありません。').waitFor();
  });

  step('原 finds it returned, changes the amount, answers and submits again', async () => {
    const page = await stage.seat('hara');
    await page.goto('/inbox?view=returned');
    await row(page, TITLE).click();
    await page.getByText('金額の根拠を示してください。').waitFor();
    await expectAccessible(page, '3-returned');
    await page.getByRole('link', { name: '内容を修正する' }).first().click();
    await form(page)
      .getByLabel(/^契約金額/)
      .fill('1350000');
    await form(page).getByRole('button', { name: '再提出する' }).click();
    const dialog = page.getByRole('dialog', { name: 'この内容で再提出します' });
    await dialog.getByText('金額の根拠を示してください。').waitFor();
    await dialog.getByLabel(/差戻しへの対応/).fill(ANSWER);
    await expectAccessible(page, '3-resubmit');
    await dialog.getByRole('button', { name: '再提出する' }).click();
    await page.getByText('後藤 学 の承認待ち').waitFor();
  });

  for (const login of ['goto', 'fukagawa', 'takarabe', 's1055', 'eto'])
    step(`${login} sees first what changed, and agrees`, async () => {
      const page = await stage.seat(login);
      await page.goto('/inbox');
      await row(page, TITLE).click();
      const changes = page.getByRole('tabpanel').getByRole('region', { name: '第1版から第2版への変更' });
      await changes.locator('ins', { hasText: '350' }).waitFor();
      await changes.locator('del', { hasText: '200' }).waitFor();
      const text = await changes.innerText();
      expect(text).toContain('金額の根拠を示してください。');
      expect(text).toContain(ANSWER);
      await expectAccessible(page, `3-changes-${login}`);
      await page.getByRole('button', { name: /^(承認する|同意する|審査済みにする|決裁する)$/ }).click();
      await row(page, TITLE).waitFor({ state: 'detached' });
    });

  step('decided, it bears a number, and says where it is filed, until when, and why', async () => {
    const page = await stage.seat('hara');
    await page.goto(`/documents/${contract}`);
    await page.getByText('決裁済').first().waitFor();
    const head = await page.locator('header').last().innerText();
    number = /\d+浜福第\d+号/.exec(head)?.[0] ?? '';
    expect(number).toMatch(/^\d+浜福第\d+号$/);
    const sheet = await page.getByRole('article', { name: '起案用紙' }).innerText();
    expect(sheet).toContain(number);
    expect(sheet).not.toContain('採番');
    await expectAccessible(page, '5-decided');
    await page.getByRole('tab', { name: '経過' }).click();
    await expectAccessible(page, '5-history');
    await page.getByRole('tab', { name: '保存' }).click();
    await page
      .getByText('この期間になる理由')
      .or(page.getByRole('region', { name: 'この期間になる理由' }))
      .first()
      .waitFor();
    const filing = await page.getByRole('tabpanel').first().innerText();
    expect(filing).toMatch(/20-01-01 契約/);
    expect(filing).toMatch(/5年/);
    expect(filing).toMatch(/RULE-8\d/);
    await expectAccessible(page, '5-filing');
  });
});

describe('千葉 of the archive', () => {
  step(
    'finds it by two characters, by a word inside the PDF and by its number in any width, and nothing beyond her rights',
    async () => {
      const hara = await stage.town.as('hara');
      await submitContract(stage.town, {
        fields: { subject: SECRET_TITLE },
        attributes: { confidentiality: 'secret' },
      });
      await hara.post('/documents', { matterType: 'internal', fields: { subject: DRAFT_TITLE } });
      const page = await stage.seat('chiba');
      await page.goto('/search');
      const serial = /第(\d+)号/.exec(number)?.[1] ?? '';
      const wide = serial.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      for (const [name, words] of [
        ['two-characters', '独居'],
        ['in-pdf', RARE_WORD],
        ['number', `第${serial}号`],
        ['wide-number', `第${wide}号`],
      ] as const) {
        await search(page, words);
        await hit(page).waitFor();
        await page.getByRole('region', { name: '選んだ文書' }).getByRole('heading', { name: TITLE }).waitFor();
        await expectAccessible(page, `6-search-${name}`);
      }
      for (const words of [SECRET_TITLE, DRAFT_TITLE]) {
        await search(page, words);
        await page.getByText('見つかりませんでした').waitFor();
      }
      await expectAccessible(page, '6-search-none');
    },
  );

  step('opens it and takes the approval sheet away as a PDF', async () => {
    const page = await stage.seat('chiba');
    await page.goto('/search');
    await search(page, RARE_WORD);
    await page.getByRole('list', { name: '検索結果' }).getByText(RARE_WORD).first().waitFor();
    await hit(page).click();
    await page.waitForURL(new RegExp(`/documents/${contract}`));
    // The file opens at its page, and the word is marked where it stands there.
    await expectDrawn(page);
    await eventually(
      () => page.evaluate<string[]>(`[...(CSS.highlights.get('found') ?? [])].map(String)`),
      (marked) => marked.includes(RARE_WORD),
    );
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '起案用紙をPDFで保存' }).click();
    const bytes = await bytesOf(await download);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const text = (await readPdf(bytes))
      .map((one) => one.text)
      .join('')
      .replace(/\s/g, '');
    for (const words of ['起案用紙', TITLE, number, '財政課長', '江藤', '1,350,000円']) expect(text).toContain(words);
    const paper = await printedScreen(page, '7-printed-screen');
    const written = [TITLE, '1,350,000円', ANSWER, '差戻し財政課課長財部進', '経路と理由', '千葉由紀印刷', '1/2'];
    for (const words of ['起案用紙', number, ...written]) expect(paper).toContain(words);
    for (const words of ['PDFで保存', '起案用紙に戻る', '文書を検索', '受信箱']) expect(paper).not.toContain(words);
    await putBeside(page);
    const bound = page.waitForEvent('download');
    await page.getByRole('link', { name: '添付も含めてPDFで保存' }).click();
    const together = await bytesOf(await bound);
    keepPdf('7-bound', together);
    const pages = (await readPdf(together)).map((one) => one.text.replace(/\s/g, ''));
    expect(pages.findIndex((one) => one.includes('添付書類の一覧'))).toBeGreaterThan(0);
    const separator = pages.findIndex((one) => one.includes('添付1/2'));
    expect(pages[separator]).toContain('仕様書.pdf');
    expect(pages[separator + 1]).toContain('高齢者見守り業務');
    expect(pages.slice(separator + 1).join('')).toContain(RARE_WORD);
  });
});

const form = (page: Page) => page.locator('form');
const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
const hit = (page: Page) => page.getByRole('list', { name: '検索結果' }).getByRole('link', { name: TITLE });
const current = (page: Page) =>
  page
    .locator('tr[aria-current=true] a[data-row]')
    .innerText()
    .then((text) => text.replace(/^未読\s*/, ''));

async function bytesOf(download: import('playwright-core').Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function typeContract(page: Page): Promise<void> {
  const fields = form(page);
  await fields.getByLabel(/^件名/).fill(TITLE);
  await fields.getByLabel(/^契約の相手方/).fill('株式会社浜見サービス');
  await fields.getByLabel(/^契約金額/).pressSequentially('１２０００００');
  await fields.getByLabel('一般競争入札').check();
  await fields.getByLabel(/^契約の理由/).fill('前年度の実績を踏まえ、専門の事業者に委託する必要があるため。');
  await fields.getByLabel(/^履行期間/).fill('契約締結の日から年度の末日まで');
  await fields.getByLabel(/^予算科目/).fill('3款1項2目12節');
  await fields.getByLabel(/^会計年度/).fill('R8');
  await fields.getByText('令和8年度 (2026)').waitFor();
}

/** Every seat by name, with the rule that put it there. */
async function expectRoute(page: Page): Promise<void> {
  for (const [name, rule] of [
    ['後藤', 'RULE-21'],
    ['深川', 'RULE-21'],
    ['財部', 'RULE-31'],
    ['江藤', 'RULE-23'],
  ] as const) {
    const seats = page.getByRole('region', { name: '経路（自動）' }).getByRole('listitem');
    await seats.filter({ hasText: name }).filter({ hasText: rule }).waitFor();
  }
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('combobox', { name: '文書を検索' }).fill(words);
  const answer = page.waitForResponse((one) => {
    const { pathname, searchParams } = new URL(one.url());
    return pathname === '/api/v1/search' && searchParams.get('q') === words;
  });
  // The file beside the hits has a button of that name too.
  await page.getByRole('search').getByRole('button', { name: '検索', exact: true }).click();
  await answer;
}
