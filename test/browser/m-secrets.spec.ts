import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealLedger, SealerKey } from '@fubako/ledger';
import { projectRoot } from '@fubako/platform/config';
import { unzipSync, zipSync } from 'fflate';
import type { Page, Route } from 'playwright-core';
import { scannedPage } from '../../libs/scans/test/scanned-page';
import { PASSWORD, type Person, approveBy, submitContract } from '../journeys/town';
import { eventually } from '../support/eventually';
import { expectAccessible, inkOf, look } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const WORDS = '沈船の引揚げの日程';

let stage: Stage;
let hara: Person;
/** A 極秘 document of 原 on its way, with a scanned page, and a 極秘 draft. */
let secret: string;
let draft: string;
beforeAll(async () => {
  stage = await openStage();
  hara = await stage.town.as('hara');
  const fields = { subject: '海底調査の通知について', addressee: '区長', body: WORDS };
  const make = async () =>
    (await hara.post('/documents', { matterType: 'notice', fields, attributes: { confidentiality: 'top_secret' } }))
      .body;
  draft = (await make()).id;
  secret = (await make()).id;
  const { body: upload } = await hara.upload(
    '海図.png',
    await scannedPage(['海図の写し', '第三橋脚に損傷は認められませんでした']),
  );
  await hara.post(`/documents/${secret}/attachments`, { uploadId: upload.id });
  const { body: complete } = await hara.get(`/documents/${secret}`);
  expect((await hara.post(`/documents/${secret}/submissions`, { expectedVersion: complete.version })).status).toBe(201);
  await eventually(
    async () => (await hara.get(`/documents/${secret}`)).body.attachments[0],
    (file) => file.rendition === 'ready' && file.thumbnails > 0,
  );
});
afterAll(() => stage?.close());

const step = story(() => stage);
const forget = () =>
  stage.town.database.dataSource.query(`update identity.session set proven_at = proven_at - interval '1 hour'`);

const dialogOf = (page: Page) => page.getByRole('dialog', { name: '本人確認' });
async function prove(page: Page): Promise<void> {
  const dialog = dialogOf(page);
  await dialog.getByLabel('パスワード').fill(PASSWORD);
  await dialog.getByRole('button', { name: '確認して続ける' }).click();
  await dialog.waitFor({ state: 'detached' });
  // The browser itself says that something was refused.
  stage.faults.take();
}

/** Until the page has asked for everything that it shows. */
async function settled(page: Page): Promise<void> {
  let before = -1;
  await eventually(
    async () => {
      const count = await page.evaluate<number>(`performance.getEntriesByType('resource').length`);
      const isSettled = count === before;
      before = count;
      await page.waitForTimeout(500);
      return isSettled;
    },
    (is) => is,
  );
}
const opened = (page: Page) => page.getByText(WORDS).first().waitFor();

describe('ID-24 本人確認 before 極秘 is read', () => {
  step('原 comes by a link after his proof has grown old: he is asked, and the page is shown', async () => {
    const page = await stage.seatAnew('hara');
    await forget();
    await page.goto(`/documents/${secret}`);
    await dialogOf(page).getByText('極秘の文書なので', { exact: false }).waitFor();
    expect(await page.getByText(WORDS).count()).toBe(0);
    await expectAccessible(page, 'm-30-secret-proof');
    await prove(page);
    await opened(page);
    await expectAccessible(page, 'm-31-secret-shown');
  });

  step('who leaves it sees why nothing is shown, and can try again; in English, on a tablet', async () => {
    const page = await stage.seatAnew('hara', { viewport: { width: 1112, height: 834 }, hasTouch: true });
    await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await forget();
    await page.goto(`/documents/${secret}`);
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await dialog.getByText('This matter is top secret', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Leave it' }).click();
    await page.getByText('Before a top secret matter opens', { exact: false }).first().waitFor();
    expect(await page.getByText(WORDS).count()).toBe(0);
    await expectAccessible(page, 'm-32-secret-left');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Confirm and go on' }).click();
    await opened(page);
    stage.faults.take();
  });

  step(
    'files are asked for in the page: viewer, pictures and the original, which is saved after the proof',
    async () => {
      const page = await stage.seatAnew('hara');
      await page.goto(`/documents/${secret}`);
      await opened(page);
      await page.locator('canvas').first().waitFor();
      await settled(page);
      await forget();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: '原本を保存' }).first().click();
      await dialogOf(page).waitFor();
      await prove(page);
      expect((await download).suggestedFilename()).toBe('海図.png');
      await settled(page);
      await forget();
      await page.getByRole('button', { name: 'ページ一覧' }).click();
      await dialogOf(page).waitFor();
      await prove(page);
      const pictures = `[...document.images].filter((one) => /thumbnails/.test(one.src)).map((one) => one.naturalWidth > 0)`;
      await eventually(
        () => page.evaluate<boolean[]>(pictures),
        (drawn) => drawn.length > 0 && drawn.every((is) => is),
      );
      // The proof grows old between the page and its viewer.
      const late = async (route: Route) => {
        await forget();
        await route.continue();
      };
      await page.route(/\/attachments\/[^/]+\/pdf$/u, late, { times: 1 });
      await page.reload();
      await dialogOf(page).waitFor();
      await prove(page);
      expect(await inkOf(page.locator('canvas').first())).toBeGreaterThan(100);
    },
  );

  step('saving by itself interrupts nobody: what is typed waits in the browser until the person saves', async () => {
    const page = await stage.seatAnew('hara');
    await page.goto(`/draft/form?doc=${draft}`);
    const body = page.getByRole('textbox', { name: /^本文/ });
    await body.waitFor();
    await settled(page);
    await forget();
    await body.fill('台風のため、');
    const kept = page.getByText('入力はこのブラウザーに残しています', { exact: false });
    await kept.waitFor();
    expect(await dialogOf(page).count()).toBe(0);
    await body.pressSequentially('引揚げを延ばす。');
    await kept.waitFor({ state: 'detached' });
    await kept.waitFor();
    expect(await dialogOf(page).count()).toBe(0);
    await expectAccessible(page, 'm-36-secret-kept');
    await page.getByRole('button', { name: '下書き保存' }).click();
    await dialogOf(page).waitFor();
    await prove(page);
    expect(await body.inputValue()).toBe('台風のため、引揚げを延ばす。');
    await page
      .getByText(/に自動保存/)
      .first()
      .waitFor();
    const [row] = await stage.town.database.dataSource.query(
      `select fields->>'body' as body from documents.document where id = $1`,
      [draft],
    );
    expect(row).toEqual({ body: '台風のため、引揚げを延ばす。' });
  });

  step('a file that is opened in a tab of its own without a proof says in words what it needs', async () => {
    const page = await stage.seatAnew('hara');
    await forget();
    await page.goto(`/api/v1/documents/${secret}/sheet.pdf`);
    await page.getByRole('heading', { name: '本人確認をしてください' }).waitFor();
    await page.getByText('元の画面からやり直してください', { exact: false }).waitFor();
    await look(page, 'm-37-secret-tab');
    stage.faults.take();
  });

  step('a search shows the line without its words until the proof; what was exported is taken after it', async () => {
    const page = await stage.seatAnew('hara');
    await forget();
    await page.goto(`/search?q=${encodeURIComponent('引揚げの日程')}`);
    await page.getByRole('link', { name: '海底調査の通知について' }).first().waitFor();
    // The matter beside the list is asked for at once; whoever leaves that keeps the list.
    await dialogOf(page).getByRole('button', { name: '操作をやめる' }).click();
    await page.getByText('極秘の文書を開く前に', { exact: false }).first().waitFor();
    expect(await page.getByText(WORDS).count()).toBe(0);
    await expectAccessible(page, 'm-33-secret-search');
    await page.getByRole('button', { name: '書き出し', exact: true }).click();
    await page.getByRole('textbox', { name: /理由/ }).fill('引継ぎのため');
    await page.getByRole('button', { name: '理由を記録して書き出す' }).click();
    const link = page.getByRole('link', { name: /受け取る/ });
    await link.waitFor();
    const download = page.waitForEvent('download');
    await link.click();
    await dialogOf(page).waitFor();
    await expectAccessible(page, 'm-34-secret-export');
    await prove(page);
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await page.goto(`/search?q=${encodeURIComponent('引揚げの日程')}`);
    await opened(page);
  });
});

describe('EVI-2 証拠一式 of one matter', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fubako-evidence-page-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Python with its standard library, the package and the key: nothing of the system. */
  function verified(path: string): { code: number | null; said: string } {
    const key = join(stage.town.app.get(SealerKey, { strict: false }).folder, 'verifier-key.txt');
    const call = [join(projectRoot, 'apps/verifier/verify.py'), '--package', path, '--key', key];
    const { status, stdout } = spawnSync('python3', ['-B', ...call], { encoding: 'utf8', cwd: folder });
    return { code: status, said: stdout.trim().split('\n').at(-1) ?? '' };
  }

  step('is taken from the page of the decided document and verified offline by the independent verifier', async () => {
    const id = await submitContract(stage.town);
    await approveBy(stage.town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    await (await stage.town.worker()).get(SealLedger, { strict: false }).run();
    const page = await stage.seat('hara');
    await page.goto(`/documents/${id}`);
    const link = page.getByRole('link', { name: '証拠一式（ZIP）' });
    await link.waitFor();
    await expectAccessible(page, 'm-35-evidence-link');
    const download = page.waitForEvent('download');
    await link.click();
    const path = join(folder, 'taken.zip');
    await (await download).saveAs(path);
    const files = unzipSync(readFileSync(path));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['README.html', 'approval-sheet.pdf', 'content.json']));
    expect(verified(path)).toEqual({ code: 0, said: `${Object.keys(files).length} files, 0 anomalies.` });
    const forged = join(folder, 'forged.zip');
    const content = Buffer.from(files['content.json'] ?? []).toString('utf8');
    writeFileSync(forged, zipSync({ ...files, 'content.json': Buffer.from(content.replace(/1/, '2')) }, { level: 0 }));
    expect(verified(forged).code).toBe(1);
    // The page that explains it is read without the system too.
    const guide = await stage.window();
    await guide.setContent(Buffer.from(files['README.html'] ?? []).toString('utf8'));
    await guide.getByText('何が何を証明するか').first().waitFor();
  });
});
