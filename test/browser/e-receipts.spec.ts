import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { printedPages } from '@fubako/scans';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/looks';
import { specification } from './support/papers';
import { story } from './support/story';
import { type Stage, openStage } from './support/stage';

const SUBJECT = '福祉施設の実態調査について（照会）';
/** 文書主任 of 福祉課, 福祉課長, 福祉係. */
const [CLERK, HEAD, DRAFTER] = ['s1055', 'fukagawa', 'hara'];

const LOOKS = [
  ['ja', {}],
  ['en', { locale: 'en-US' }],
  ['tablet', { viewport: { width: 1112, height: 834 }, hasTouch: true }],
] as const;

let stage: Stage;
let receipt: string;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const step = story(() => stage);

/** The place in a file that is looked at, as its text says it. */
const here = (page: Page) => () => page.evaluate<string[]>(`[...(CSS.highlights.get('found-here') ?? [])].map(String)`);

async function open(page: Page): Promise<void> {
  await page.goto(`/receipts/${receipt}`);
  await page.getByRole('heading', { name: SUBJECT, level: 1 }).waitFor();
}

describe('a letter, from the envelope to the draft', () => {
  step('the clerk of 福祉課 registers it with the keyboard, and it has its number', async () => {
    const page = await stage.seat(CLERK);
    await page.goto('/receipts');
    await page.getByText('この条件の収受文書はありません。').waitFor();
    await expectAccessible(page, '8-receipts-empty');
    await page.getByRole('link', { name: '収受を登録' }).click();
    await page.getByRole('button', { name: '登録する' }).waitFor();
    await page.getByRole('button', { name: '登録する' }).press('Enter');
    await page.getByText('「件名」を入力してください。').waitFor();
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('receipt-subject');
    await expectAccessible(page, '8-register-missing');
    await page.keyboard.type(SUBJECT);
    await page.keyboard.press('Tab');
    await page.keyboard.type('神奈川県福祉部長');
    await page.keyboard.press('Tab');
    await page.keyboard.type('福地第318号');
    await page.keyboard.press('Tab');
    await page.keyboard.type('R8.4.1');
    await page.getByText('令和8年4月1日 (2026-04-01)').waitFor();
    await page.getByLabel('種別').selectOption({ label: '照会・依頼' });
    await page.getByLabel('発信日').press('Enter');
    await page.getByText(/収受番号 \d+浜福収第1号 で登録しました。/).waitFor();
    await page.waitForURL(/\/receipts\/[0-9a-f-]{36}/);
    receipt = /receipts\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    await page.getByLabel('ファイルを追加').setInputFiles([await specification(stage.town)]);
    await page
      .getByRole('button', { name: '仕様書.pdf を取り除く' })
      .or(page.getByRole('button', { name: '仕様書.pdfを取り除く' }))
      .waitFor();
    await expectAccessible(page, '8-receipt');
  });

  step('she circulates it to the head', async () => {
    const page = await stage.seat(CLERK);
    await open(page);
    await page.getByRole('button', { name: '供覧を始める' }).click();
    const dialog = page.getByRole('dialog', { name: '供覧を始める' });
    await dialog.getByLabel('名前・課で絞り込む').fill('ふかがわ');
    await dialog
      .getByLabel(/深川 直美/)
      .first()
      .check();
    await expectAccessible(page, '8-circulate');
    await dialog.getByRole('button', { name: '供覧を始める' }).click();
    await page.getByText('0/1人').first().waitFor();
    await expectAccessible(page, '8-circulating');
  });

  step('the head finds it on a tablet, reads it and asks for a draft', async () => {
    const page = await stage.seat(HEAD, { viewport: { width: 834, height: 1112 }, hasTouch: true });
    await page.goto('/circulations');
    await page.getByRole('link', { name: SUBJECT }).waitFor();
    await expectAccessible(page, '8-to-read');
    await page.getByRole('link', { name: SUBJECT }).tap();
    await page.getByLabel('意見（任意）').or(page.getByLabel('意見(任意)')).fill('期限までに回答してください。');
    await page.getByLabel('起案を依頼する').check();
    await expectAccessible(page, '8-reading');
    await page.getByRole('button', { name: '閲覧済にする' }).tap();
    await page.getByText('起案依頼あり').waitFor();
    await page.goto('/circulations');
    await page.getByText('読むものはありません。').waitFor();
    const clerk = await stage.town.as(CLERK);
    const heard = await eventually(
      async () => (await clerk.get('/notifications')).body.items.filter((one: any) => one.subjectKind === 'receipt'),
      (items: { kind: string }[]) => items.length === 2,
    );
    expect(heard.map((one: { kind: string }) => one.kind).toSorted()).toEqual(['circulation_completed', 'draft_asked']);
  });

  step('原 drafts the answer: draft and letter lead to each other', async () => {
    const page = await stage.seat(DRAFTER);
    await page.goto('/receipts?view=asked');
    await page.getByRole('link', { name: SUBJECT }).click();
    await page.getByRole('button', { name: '起案する' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /通知・照会・回答/ })
      .waitFor();
    await expectAccessible(page, '8-draft-choose');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /通知・照会・回答/ })
      .click();
    await page.waitForURL(/\/draft\/form/);
    const document = new URL(page.url()).searchParams.get('doc') ?? '';
    await eventually(
      () => page.getByLabel(/件名/).first().inputValue(),
      (value) => value === SUBJECT,
    );
    await page.goto(`/documents/${document.replaceAll('"', '')}`);
    await page.getByRole('link', { name: SUBJECT }).click();
    await page.getByText('起案に引継').first().waitFor();
    await expectAccessible(page, '8-drafted');
    await page.goto('/receipts?view=all');
    await page.getByRole('heading', { name: '収受簿' }).waitFor();
    await expectAccessible(page, '8-ledger');
  });

  step('a file that could act says so beside it, and the page shows a copy that cannot', async () => {
    const clerk = await stage.town.as(CLERK);
    const letter = { section: 'S31', kind: 'inquiry', subject: '動く添付のある照会', sender: '神奈川県福祉部長' };
    const { id } = (await clerk.post('/receipts', letter)).body;
    const acting = await PDFDocument.create();
    acting.addPage().drawSquare({ x: 50, y: 500, size: 200 });
    acting.addJavaScript('greeting', 'app.alert("x")');
    await acting.attach(Buffer.from('MZ'), 'a.exe', { mimeType: 'application/octet-stream' });
    const { body: upload } = await clerk.upload('照会様式.pdf', Buffer.from(await acting.save()));
    expect((await clerk.post(`/receipts/${id}/attachments`, { uploadId: upload.id })).status).toBe(201);
    await eventually(
      async () => (await clerk.get(`/receipts/${id}`)).body.attachments[0].rendition,
      (rendition) => rendition === 'ready',
    );
    for (const [name, options] of LOOKS) {
      const page = await stage.seat(CLERK, options);
      if (name === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
      await page.goto(`/receipts/${id}`);
      const note = page.getByRole('note').filter({ hasText: name === 'en' ? 'script' : 'スクリプトを含みます' });
      await note.waitFor();
      await page.locator('canvas').first().waitFor();
      await expectAccessible(page, `8-receipt-acting-${name}`);
    }
    const page = await stage.seat(CLERK);
    await page.goto(`/receipts/${id}`);
    const lies = () =>
      page.evaluate<boolean>(`(({ width, height }) => width > height)(document.querySelector('canvas'))`);
    await page.locator('canvas').first().waitFor();
    await eventually(lies, (flat) => !flat);
    await page.getByRole('button', { name: '拡大', exact: true }).click();
    await page.getByText('125%', { exact: true }).waitFor();
    await page.getByRole('button', { name: '回転', exact: true }).click();
    await eventually(lies, (flat) => flat);
  });

  step('all pages stand small in a row, and words are looked for in the file', async () => {
    const clerk = await stage.town.as(CLERK);
    const letter = { section: 'S31', kind: 'inquiry', subject: '頁の多い照会', sender: '神奈川県福祉部長' };
    const { id } = (await clerk.post('/receipts', letter)).body;
    const lines = ['橋りょうの点検', 'ガイドラインの写し', 'ｶﾞｲﾄﾞﾗｲﾝ と ガイドライン'];
    const papers = {
      'ガイド.pdf': await printedPages(
        lines.map((line) => [line]),
        false,
      ),
      '鑑.pdf': await printedPages([['鑑']], false),
    };
    for (const [name, bytes] of Object.entries(papers)) {
      const { body: upload } = await clerk.upload(name, Buffer.from(bytes));
      expect((await clerk.post(`/receipts/${id}/attachments`, { uploadId: upload.id })).status).toBe(201);
    }
    await eventually(
      async () => (await clerk.get(`/receipts/${id}`)).body.attachments.map((one: any) => one.thumbnails),
      (thumbnails: number[]) => thumbnails.join() === '3,1',
    );
    for (const [name, options] of LOOKS) {
      const page = await stage.seat(CLERK, options);
      if (name === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
      const say = (ja: string, en: string) => (name === 'en' ? en : ja);
      await page.goto(`/receipts/${id}`);
      const file = page.getByRole('region', { name: 'ガイド.pdf' });
      await file.getByRole('button', { name: say('ページ一覧', 'Pages'), exact: true }).click();
      const row = file.getByRole('list', { name: say('ページ一覧', 'Pages') });
      await eventually(
        () => row.locator('img').evaluateAll((all: any[]) => all.filter((one) => one.naturalWidth > 0).length),
        (n) => n === 3,
      );
      await file.getByRole('button', { name: say('検索', 'Find'), exact: true }).click();
      const field = file.getByRole('textbox', { name: say('ファイル内の語', 'Words in this file') });
      await field.fill('ガイドライン');
      await file.getByText(say('1 / 3件', '1 of 3'), { exact: true }).waitFor();
      await eventually(here(page), (places) => places.join() === 'ガイドライン');
      await field.press('Shift+Enter');
      await file.getByText(say('3 / 3件', '3 of 3'), { exact: true }).waitFor();
      await field.press('Shift+Enter');
      await eventually(here(page), (places) => places.join() === 'ｶﾞｲﾄﾞﾗｲﾝ');
      await expectAccessible(page, `8-receipt-find-${name}`);
      await field.fill('存在しない語');
      await file.getByText(say('この語はファイルにありません。', 'These words are not in this file.')).waitFor();
      await field.press('Escape');
      await field.waitFor({ state: 'detached' });
      await row.getByRole('button', { name: say('3ページ', 'Page 3') }).focus();
      await page.keyboard.press('ArrowLeft');
      await file.getByText('2 / 3', { exact: true }).waitFor();
    }
  });

  step('in English and on a phone it is the same', async () => {
    const page = await stage.seat(CLERK, {
      locale: 'en-US',
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await open(page);
    await page.getByText('Drafted').first().waitFor();
    await expectAccessible(page, '8-receipt-phone-en');
    await page.goto('/receipts/new');
    await page.getByRole('button', { name: 'Register' }).waitFor();
    await expectAccessible(page, '8-register-phone-en');
  });
});
