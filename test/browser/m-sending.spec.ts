import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { LookIntoInlets } from '@fubako/intake';
import { FakeClamd } from '../../libs/scans/test/files/clamd';
import { EICAR } from '../../libs/scans/test/files/hostile-texts';
import { png } from '../../libs/scans/test/sample-files';
import { eventually } from '../support/eventually';
import { dropFiles, pasteFile } from './support/hand-over';
import { expectAccessible } from './support/looks';
import { DESK, openStage, type Stage } from './support/stage';
import { story } from './support/story';

const TABLET = { viewport: { width: 1112, height: 834 }, hasTouch: true };
const PHONE = { width: 390, height: 844 };
const MB = 1024 * 1024;
const LARGE = '工事写真の説明.txt';
const PIECE = /\/sendings\/[0-9a-f-]{36}\/pieces\/(\d+)$/u;

let stage: Stage;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fubako-sending-'));
  writeFileSync(join(folder, LARGE), randomBytes(10 * MB).toString('hex'));
  writeFileSync(join(folder, '大きすぎる図面.pdf'), '');
  truncateSync(join(folder, '大きすぎる図面.pdf'), 101 * MB);
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

const step = story(() => stage);
/** 1. 一.txt … as they stand in the list. */
const order = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    "[...document.querySelectorAll('form li[draggable]')].map((one) => one.innerText.split('\\n')[0].trim())",
  );
const removal = (page: Page, name: string) => page.getByRole('button', { name: `${name} を削除` });

async function picture(page: Page, name: string): Promise<void> {
  await page.locator('[data-file-drop]').scrollIntoViewIfNeeded();
  await expectAccessible(page, name);
}

async function newDraft(page: Page): Promise<void> {
  await page.goto('/draft');
  await page
    .getByRole('link', { name: /契約の締結/ })
    .first()
    .click();
  await page.getByText('金額を入力すると決裁者が決まります。').waitFor();
}

/** What pieces the browser sends, in order. */
function piecesSent(page: Page): number[] {
  const sent: number[] = [];
  page.on('request', (request) => {
    const piece = PIECE.exec(request.url());
    if (piece && request.method() === 'PUT') sent.push(Number(piece[1]));
  });
  return sent;
}

/** A line of so many bytes a second, or none at all. */
async function line(cdp: CDPSession, bytesPerSecond: number | null): Promise<void> {
  const rate = bytesPerSecond ?? -1;
  await cdp.send('Network.emulateNetworkConditions', {
    offline: bytesPerSecond === null,
    latency: 0,
    downloadThroughput: rate,
    uploadThroughput: rate,
  });
}

async function sendSlowly(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await line(cdp, 6 * MB);
  await page.getByLabel('ファイルを選ぶ').setInputFiles(join(folder, LARGE));
  return cdp;
}

describe('原 attaches files', () => {
  step(
    'three are dropped, attached in their order, and put into another by key and by dragging; it is kept',
    async () => {
      const page = await stage.seat('hara');
      await newDraft(page);
      await dropFiles(page, [
        { name: '一.txt', text: '一'.repeat(1000) },
        { name: '二.txt', text: '二' },
        { name: '三.txt', text: '三' },
      ]);
      await removal(page, '三.txt').waitFor();
      await eventually(
        () => order(page),
        (names) => names.length === 3,
      );
      expect(await order(page)).toEqual(
        [/^1\. 一\.txt/, /^2\. 二\.txt/, /^3\. 三\.txt/].map((name) => expect.stringMatching(name)),
      );
      await removal(page, '一.txt').focus();
      await page.keyboard.press('Alt+ArrowDown');
      await eventually(
        () => order(page),
        ([first]) => first?.startsWith('1. 二.txt') ?? false,
      );
      await page.locator('form li[draggable]').nth(2).dragTo(page.locator('form li[draggable]').nth(0));
      await eventually(
        () => order(page),
        ([first]) => first?.startsWith('1. 三.txt') ?? false,
      );
      await picture(page, '9-sending-order');
      await page.reload();
      await removal(page, '三.txt').waitFor();
      expect((await order(page)).map((name) => name.slice(0, 8))).toEqual(
        ['1. 三.txt', '2. 二.txt', '3. 一.txt'].map((n) => n.slice(0, 8)),
      );
    },
  );

  step('a picture is pasted from the clipboard, and named by what it is and when it came', async () => {
    const page = await stage.seat('hara');
    await newDraft(page);
    await pasteFile(page, { name: 'image.png', type: 'image/png', bytes: png(40, 30) });
    await page.getByRole('button', { name: /^貼り付けた画像_\d{4}-\d\d-\d\d_\d{6}\.png を削除$/u }).waitFor();
    // Its small picture comes by itself, as soon as it is made.
    await eventually(
      () => page.locator('form li img').evaluateAll((all: any[]) => all.filter((one) => one.naturalWidth > 0).length),
      (shown) => shown === 1,
    );
  });

  step('the connection breaks in the middle; it goes on where it stopped', async () => {
    const page = await stage.seat('hara');
    await newDraft(page);
    const sent = piecesSent(page);
    const cdp = await sendSlowly(page);
    await eventually(
      () => Promise.resolve(sent),
      (pieces) => pieces.includes(1),
    );
    await picture(page, '9-sending-progress');
    await line(cdp, null);
    await page.getByText('通信が切れました。送った分は残っています。').waitFor({ timeout: 30_000 });
    await picture(page, '9-sending-broken');
    await page.setViewportSize(PHONE);
    await picture(page, '9-sending-broken-390');
    await page.setViewportSize(DESK);
    await line(cdp, 100 * MB);
    await page.getByRole('button', { name: `${LARGE} を続きから送る` }).click();
    await removal(page, LARGE).waitFor({ timeout: 60_000 });
    expect(sent.filter((piece) => piece === 0)).toHaveLength(1);
    expect(sent.at(-1)).toBe(2);
    // The broken line is what the browser complained about, and nothing else.
    expect(stage.faults.take().filter((fault) => !/net::ERR_INTERNET_DISCONNECTED|net::ERR_/u.test(fault))).toEqual([]);
  });

  step('the page is loaded anew in the middle; the same file goes on, in English too', async () => {
    const page = await stage.seat('hara', { ...TABLET, locale: 'en-US' });
    await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await page.goto('/draft');
    await page
      .getByRole('link', { name: /契約の締結/ })
      .first()
      .click();
    await page.getByText('Choose files').waitFor();
    const sent = piecesSent(page);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Network.enable');
    await line(cdp, 6 * MB);
    await page.getByLabel('Choose files').setInputFiles(join(folder, LARGE));
    await eventually(
      () => Promise.resolve(sent),
      (pieces) => pieces.includes(1),
    );
    await page.reload();
    await line(cdp, 100 * MB);
    await page.getByRole('region', { name: 'Sent in part' }).getByText(LARGE).waitFor();
    await picture(page, '9-sending-halves-en');
    sent.length = 0;
    await page.getByLabel('Choose files').setInputFiles(join(folder, LARGE));
    await page.getByRole('button', { name: `Remove ${LARGE}` }).waitFor({ timeout: 60_000 });
    expect(sent).not.toContain(0);
    await page.getByRole('region', { name: 'Sent in part' }).waitFor({ state: 'detached' });
  });

  step(
    'a file over the limit is refused before a byte of it is sent; a wrong kind and wrong content say what is wrong',
    async () => {
      const page = await stage.seat('hara');
      await newDraft(page);
      const sent = piecesSent(page);
      await page.getByLabel('ファイルを選ぶ').setInputFiles(join(folder, '大きすぎる図面.pdf'));
      await page.getByText('一つのファイルは100MBまでです').waitFor();
      expect(sent).toEqual([]);
      await page.getByLabel('ファイルを選ぶ').setInputFiles([
        { name: '手順.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
        { name: '議事録.pdf', mimeType: 'application/pdf', buffer: Buffer.from('これは文字だけのファイルです。') },
      ]);
      await page.getByText('「.exe」は添付できません。').waitFor();
      await page.getByText('名前は「.pdf」ですが、中身は').waitFor();
      await picture(page, '9-sending-refused');
      await page.setViewportSize(PHONE);
      await picture(page, '9-sending-refused-390');
      expect(stage.faults.take().filter((fault) => !/status of 4(13|15|22)/u.test(fault))).toEqual([]);
    },
  );

  step(
    'a file waits while the virus scanner is silent, and is attached from the list when it has answered',
    async () => {
      const clamd = new FakeClamd();
      clamd.manner = 'down';
      const { values } = stage.town.settings;
      Object.assign(values, { CLAMD: await clamd.start() });
      try {
        const page = await stage.seat('hara');
        await newDraft(page);
        await page
          .getByLabel('ファイルを選ぶ')
          .setInputFiles([{ name: '見積書.txt', mimeType: 'text/plain', buffer: Buffer.from('検査を待つ見積書') }]);
        const halves = page.getByRole('region', { name: '途中までの送信' });
        const line = halves.getByRole('listitem').filter({ hasText: '見積書.txt' });
        await line.filter({ hasText: '検査待ち' }).waitFor();
        expect(await page.getByRole('list', { name: '送信中のファイル' }).getByRole('listitem').count()).toBe(0);
        await picture(page, '9-sending-held');
        await page.setViewportSize(PHONE);
        await picture(page, '9-sending-held-390');
        await page.setViewportSize(DESK);
        clamd.manner = 'honest';
        // What the worker does every minute, at once.
        const hara = await stage.town.as('hara');
        const held = (await hara.get('/sendings')).body.items.find((one: any) => one.fileName === '見積書.txt');
        expect((await hara.post(`/sendings/${held.id}/end`, {})).status).toBeLessThan(300);
        await line.filter({ hasText: 'ウイルス検査が済みました' }).waitFor({ timeout: 20_000 });
        await picture(page, '9-sending-passed');
        await page.getByRole('button', { name: '見積書.txt を添付する' }).click();
        await removal(page, '見積書.txt').waitFor();
        await line.waitFor({ state: 'detached' });
        expect(stage.faults.take().filter((fault) => !/^503 .*\/uploads$|status of 503/u.test(fault))).toEqual([]);
      } finally {
        Object.assign(values, { CLAMD: undefined });
        await clamd.stop();
      }
    },
  );

  step('a file that waited and is found infected says so, in the list and as news, and what to do next', async () => {
    const clamd = new FakeClamd();
    clamd.manner = 'down';
    const { values } = stage.town.settings;
    Object.assign(values, { CLAMD: await clamd.start() });
    try {
      const page = await stage.seat('hara');
      await newDraft(page);
      const infected = { name: '届いた請求書.txt', mimeType: 'text/plain', buffer: Buffer.from(EICAR) };
      await page.getByLabel('ファイルを選ぶ').setInputFiles([infected]);
      const halves = page.getByRole('region', { name: '途中までの送信' });
      await halves.getByText('検査待ち').waitFor();
      clamd.manner = 'honest';
      // What the worker does every minute, at once.
      const hara = await stage.town.as('hara');
      const held = (await hara.get('/sendings')).body.items.find((one: any) => one.fileName === infected.name);
      expect((await hara.post(`/sendings/${held.id}/end`, {})).body.code).toBe('scans.infected');
      const refused = page.getByRole('alert', { name: '検査を待った後、受け付けられなかったファイル' });
      await refused.getByText('ウイルスが見つかりました').waitFor({ timeout: 20_000 });
      await refused.getByText('情報システムの担当へ連絡してください').waitFor();
      expect(await halves.count()).toBe(0);
      await picture(page, '9-sending-infected');
      await page.setViewportSize(PHONE);
      await picture(page, '9-sending-infected-390');
      await page.setViewportSize(DESK);
      await eventually(
        async () => (await hara.get('/notifications')).body.items as { kind: string }[],
        ([first]) => first?.kind === 'sending_refused',
      );
      await page.reload();
      await page.getByRole('button', { name: /お知らせ/ }).click();
      const news = page.getByRole('button', { name: /届いた請求書\.txt.*受け付けられませんでした/u });
      await news.waitFor();
      await expectAccessible(page, '9-sending-infected-news');
      await news.click();
      await page.waitForURL(/\/draft$/u);
      await newDraft(page);
      await page.getByRole('button', { name: '届いた請求書.txt の知らせを消す' }).click();
      await refused.waitFor({ state: 'detached' });
      expect((await hara.get('/sendings')).body.items.filter((one: any) => one.id === held.id)).toEqual([]);
      expect(stage.faults.take().filter((fault) => !/^503 .*\/uploads$|status of 503/u.test(fault))).toEqual([]);
    } finally {
      Object.assign(values, { CLAMD: undefined });
      await clamd.stop();
    }
  });

  step('the files of a receipt come the same way and are put in order; it is kept', async () => {
    const clerk = await stage.town.as('s1055');
    const { body } = await clerk.post('/receipts', { section: 'S31', subject: '補助金の照会', sender: '神奈川県' });
    const page = await stage.seat('s1055');
    await page.goto(`/receipts/${String(body.id)}`);
    await dropFiles(page, [
      { name: '甲.txt', text: '甲' },
      { name: '乙.txt', text: '乙' },
    ]);
    await page.getByRole('button', { name: '甲.txt を下へ' }).press('Enter');
    const names = async (): Promise<string[]> => {
      const { body: now } = await clerk.get(`/receipts/${String(body.id)}`);
      return (now.attachments as { fileName: string }[]).map(({ fileName }) => fileName);
    };
    await eventually(names, ([first]) => first === '乙.txt');
    const incomplete = await clerk.request('PUT', `/receipts/${String(body.id)}/attachments/order`, '{"ids":[]}', {});
    expect(incomplete).toMatchObject({ status: 422, body: { code: 'intake.order-incomplete' } });
    await expectAccessible(page, '9-sending-receipt');
  });

  step('what a scanner laid down is a receipt; what it could not take says why, in both languages', async () => {
    const corner = join(stage.town.settings.values.SCAN_FOLDER as string, 'fukushi');
    mkdirSync(corner, { recursive: true });
    for (const [name, bytes] of [
      ['介護認定の通知.png', png(400, 300)],
      ['壊れた通知.pdf', Buffer.from('%PDF-1.4')],
    ] as const) {
      writeFileSync(join(corner, name), bytes);
      writeFileSync(join(corner, `${name}.done`), '');
    }
    await stage.town.app.get(LookIntoInlets).run();
    const page = await stage.seat('s1055');
    await page.goto('/receipts');
    await page.getByRole('link', { name: 'スキャナー取込み' }).click();
    await page.getByRole('link', { name: '介護認定の通知' }).waitFor();
    await page.getByText('受け付けられない').first().waitFor();
    await expectAccessible(page, '9-scans');
    await page.setViewportSize(PHONE);
    await expectAccessible(page, '9-scans-390');
    const english = await stage.seat('s1055', TABLET);
    await english.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await english.goto('/scan-arrivals');
    await english.getByRole('button', { name: 'Not acceptable' }).click();
    await english.getByText('壊れた通知.pdf').waitFor();
    await expectAccessible(english, '9-scans-en');
  });
});
