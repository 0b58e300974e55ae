import type { BrowserContextOptions, Page } from 'playwright-core';
import { addDays, localDateAt } from '@fubako/kernel';
import { act, approveBy, submitContract, submittedNotice } from '../journeys/town';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/looks';
import { digested, submitWithPaper } from './support/papers';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

/** A tablet in landscape, with a keyboard attached. */
const TABLET: BrowserContextOptions = { viewport: { width: 1112, height: 834 }, hasTouch: true };
const READ_AFTERWARDS = '見守り機器の賃貸借契約について';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const step = story(() => stage);

describe('the acts of a holder in the browser', () => {
  step('後藤 hands a contract over to 和田, found by her reading, and takes it back', async () => {
    const id = await submitContract(stage.town, { fields: { subject: '配食サービスの委託契約について' } });
    const page = await opened('goto', id);
    const dialog = await other(page, '引き継ぐ');
    await confirmOnly(dialog, '引き継ぐ');
    await dialog.getByText('引き継ぐ人を選んでください。').waitFor();
    await dialog.getByRole('combobox', { name: /引き継ぐ人/ }).fill('わだ');
    await page.getByRole('option', { name: /和田 綾香/ }).click();
    await dialog.getByLabel(/理由・意見/).fill('長期の出張のため');
    await expectAccessible(page, '11-hand-over');
    await confirm(dialog, '引き継ぐ');
    await page.getByRole('button', { name: '承認する' }).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '経過' }).click();
    await page.getByText('引継ぎ: 和田 綾香').first().waitFor();
    const hers = await opened('s1120', id);
    await hers.getByRole('button', { name: '承認する' }).waitFor();
    const back = await other(page, '引き継ぐ');
    await back.getByLabel(/和田 綾香 から自分に戻す/).check();
    await back.getByLabel(/理由・意見/).fill('出張が取りやめになったため');
    await confirm(back, '引き継ぐ');
    await page.getByRole('button', { name: '承認する' }).waitFor();
  });

  step('後藤 asks 青木’s section in addition, takes the seat out again, and both stand in the course', async () => {
    const id = await submitContract(stage.town, { fields: { subject: '介護用品の賃貸借契約について' } });
    const page = await opened('goto', id);
    const dialog = await other(page, /合議.*加える|席を加える/);
    await dialog.getByRole('radio', { name: '供覧' }).check();
    await dialog.getByRole('combobox', { name: /加える職/ }).fill('ちば');
    await page.getByRole('option', { name: /千葉/ }).first().click();
    await dialog.getByLabel(/理由・意見/).fill('文書の扱いを知っておいてもらうため');
    await expectAccessible(page, '11-add-seat');
    await confirm(dialog, /加える/);
    await boxes(page).filter({ hasText: '千葉' }).first().waitFor();
    const out = await other(page, /外す.*（/);
    await out.getByLabel(/理由・意見/).fill('本人から不要と聞いたため');
    await expectAccessible(page, '11-remove-seat');
    await confirm(out, /外す/);
    await page.getByRole('tab', { name: '経過' }).click();
    for (const reason of ['本人から不要と聞いたため', '文書の扱いを知っておいてもらうため'])
      await page.getByText(reason, { exact: true }).waitFor();
    await expectAccessible(page, '11-seat-history');
  });

  step('深川 corrects a contract on the way: changed substance asks 後藤 again', async () => {
    const id = await submitContract(stage.town, { fields: { subject: '移動支援業務の委託契約について' } });
    await approveBy(stage.town, id, 'goto');
    const page = await opened('fukagawa', id);
    await menu(page, '内容を直す');
    await page.waitForURL(/draft\/revision/);
    const amount = page.locator('[id="fields.amount"]');
    await amount.fill('1,300,000');
    // A window that was closed by mistake: what was typed is there again.
    await page.reload();
    await page.getByText(/書きかけ（.*）を戻しました/).waitFor();
    await eventually(
      () => amount.inputValue(),
      (value) => value.replaceAll(',', '') === '1300000',
    );
    await page.getByRole('button', { name: '修正を登録する' }).click();
    await page.getByText('理由を入力してください。').waitFor();
    await page.getByLabel(/修正した点と理由/).fill('見積の合計に合わせた');
    await expectAccessible(page, '11-revise');
    await page.getByRole('button', { name: '修正を登録する' }).click();
    await page.getByText('後藤 学 の承認待ち').waitFor();
    expect(await page.evaluate(`Object.keys(localStorage).filter((key) => key.includes('revision'))`)).toEqual([]);
    await page.getByRole('tab', { name: '差分' }).click();
    await page.getByText('1,300,000').first().waitFor();
    await expectAccessible(page, '11-revised');
  });

  step('深川 takes back her own act with Z before the next person has acted', async () => {
    const id = await submitContract(stage.town, { fields: { subject: '訪問理美容の委託契約について' } });
    await approveBy(stage.town, id, 'goto');
    const page = await opened('fukagawa', id);
    await page.getByRole('button', { name: '承認する' }).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('button', { name: '承認する' }).waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    const dialog = page.getByRole('dialog', { name: '自分の処理を取り消す' });
    await dialog.waitFor();
    await expectAccessible(page, '11-recall');
    await confirm(dialog, '自分の処理を取り消す');
    await page.getByRole('button', { name: '承認する' }).waitFor();
    await page.getByText('深川 直美 の承認待ち').waitFor();
  });

  step('後藤 holds a contract to a date of his own in wareki', async () => {
    const id = await submitContract(stage.town, { fields: { subject: '運動教室の委託契約について' } });
    const page = await opened('goto', id);
    await page.getByRole('button', { name: '承認する' }).waitFor();
    await page.keyboard.press('h');
    const dialog = page.getByRole('dialog', { name: '保留する' });
    await dialog.getByLabel(/保留の期日/).fill(reiwa(addDays(localDateAt(new Date()), 5)));
    await dialog.getByLabel(/理由・意見/).fill('会議の結果を待つため');
    await expectAccessible(page, '11-hold-date');
    await confirm(dialog, '保留する');
    await page.getByRole('tab', { name: '経過' }).click();
    await page
      .getByText(/まで保留/)
      .first()
      .waitFor();
  });

  step('後藤 writes down what the decider said beforehand, and it stands in the course', async () => {
    const id = await submitContract(stage.town, { fields: { subject: '冷房設備の購入契約について' } });
    const page = await opened('goto', id);
    const dialog = await other(page, '事前の指示を記録する');
    await confirmOnly(dialog, '記録する');
    await dialog.getByText('理由を入力してください。').waitFor();
    await dialog.getByLabel(/指示の内容/).fill('年内に契約を結ぶこと。');
    await expectAccessible(page, '11-instruction');
    await confirm(dialog, '記録する');
    await page.getByRole('tab', { name: '経過' }).click();
    await page.getByText('年内に契約を結ぶこと。', { exact: true }).first().waitFor();
    await expectAccessible(page, '11-instructed');
  });

  step('財部 returns a contract, pointing at a page of the specification', async () => {
    const id = await submitWithPaper(stage.town, { subject: '緊急通報装置の設置契約について' });
    await digested(await stage.town.as('hara'), id);
    await approveBy(stage.town, id, 'goto', 'fukagawa');
    const page = await opened('takarabe', id);
    await page.getByRole('button', { name: '差し戻す' }).waitFor();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: '差し戻す' });
    await dialog.getByLabel('差戻しの箇所').selectOption({ label: '仕様書.pdf' });
    await dialog.getByLabel('ページ').fill('2');
    await page.keyboard.press('Alt+1');
    await expectAccessible(page, '11-return-to-page');
    await confirm(dialog, '差し戻す');
    const hers = await opened('hara', id);
    await hers.getByText('箇所: 仕様書.pdf 2ページ').first().waitFor();
    await hers.getByText('金額の根拠を示してください。').first().waitFor();
    await expectAccessible(hers, '11-returned-to-page');
  });
});

describe('how a matter ends early', () => {
  step('江藤 does not agree: the contract is rejected and says why', async () => {
    const id = await submitContract(stage.town, { fields: { subject: '屋外遊具の購入契約について' } });
    await approveBy(stage.town, id, 'goto', 'fukagawa', 'takarabe');
    const page = await opened('eto', id);
    const dialog = await other(page, '否決する');
    await dialog.getByRole('button', { name: '否決する' }).click();
    await dialog.getByText('理由を入力してください。').waitFor();
    await dialog.getByLabel(/理由・意見/).fill('今年度は見送る。');
    await expectAccessible(page, '11-reject');
    await confirm(dialog, '否決する');
    await page.getByText('否決', { exact: true }).first().waitFor();
    await page.getByRole('tab', { name: '経過' }).click();
    await page.getByText('今年度は見送る。').waitFor();
    await expectAccessible(page, '11-rejected');
  });

  step('原 gives a running notice up with a reason, pulls another back and withdraws it', async () => {
    const first = await submittedNotice(stage.town, { subject: '健康まつりの開催について' });
    const page = await opened('hara', first);
    const dialog = await other(page, '廃案にする');
    await dialog.getByLabel(/理由・意見/).fill('行事が中止になったため');
    await expectAccessible(page, '11-abandon');
    await confirm(dialog, '廃案にする');
    await page.getByText('廃案', { exact: true }).first().waitFor();
    const second = await submittedNotice(stage.town, { subject: '体力測定会の開催について' });
    await page.goto(`/documents/${second}`);
    await page.getByRole('button', { name: '引き戻す' }).click();
    await confirm(page.getByRole('dialog', { name: '引き戻す' }), '引き戻す');
    await page.getByText('引戻し').first().waitFor();
    const out = await other(page, '取り下げる');
    await expectAccessible(page, '11-withdraw');
    await confirm(out, '取り下げる');
    await page.getByText('取下げ').first().waitFor();
    await expectAccessible(page, '11-withdrawn');
  });
});

describe('江藤 reads afterwards what was decided in his stead', () => {
  step('three at once, by keys alone', async () => {
    const ids = await decidedInHisStead(3);
    const page = await stage.seat('eto');
    await page.goto('/inbox?view=post_review');
    for (const n of ids.keys()) await row(page, `${READ_AFTERWARDS} その${n + 1}`).waitFor();
    await page.keyboard.press('*');
    await page.getByText('3件選択中').waitFor();
    await page.keyboard.press('a');
    const sheet = page.getByRole('dialog', { name: /3件をまとめて後閲/ });
    await expectAccessible(page, '11-bulk-review');
    await confirmOnly(sheet, /3件を後閲/);
    await page.getByRole('dialog', { name: '3件を処理しました' }).getByRole('button', { name: '受信箱へ戻る' }).click();
    await page.getByText('後閲する文書はありません。').waitFor();
    const { body } = await (await stage.town.as('eto')).get('/inbox/counts');
    expect(body.post_review).toBe(0);
  });
});

describe('on a tablet with a keyboard', () => {
  step('後藤 moves, ticks, opens, reads and approves without touching the screen', async () => {
    const titles = [1, 2, 3].map((n) => `タブレットで見る契約 その${n}`);
    for (const subject of titles) await submitContract(stage.town, { fields: { subject } });
    const page = await stage.seat('goto', TABLET);
    await page.goto('/inbox?view=approval');
    await row(page, titles[0] ?? '').waitFor();
    await row(page, titles[0] ?? '').click();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.getByText('1件選択中').waitFor();
    await expectAccessible(page, '11-tablet-inbox');
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '承認する' }).waitFor();
    const waiting = await rowCount(page);
    await page.keyboard.press('a');
    await eventually(
      () => rowCount(page),
      (count) => count === waiting - 1,
    );
    await page.getByRole('button', { name: /取り消す/ }).waitFor();
    await page.keyboard.press('z');
    await eventually(
      () => rowCount(page),
      (count) => count === waiting,
    );
    const bar = await page.getByRole('button', { name: '承認する' }).boundingBox();
    expect(bar?.height).toBeGreaterThanOrEqual(44);
    await expectAccessible(page, '11-tablet-document');
  });
});

const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
const rowCount = (page: Page) => page.locator('tr[data-key]').count();
const boxes = (page: Page) => page.getByRole('list', { name: '決裁欄' }).getByRole('listitem');
type Dialog = ReturnType<Page['getByRole']>;

async function opened(login: string, id: string): Promise<Page> {
  const page = await stage.seat(login);
  await page.goto(`/documents/${id}`);
  await boxes(page).first().waitFor();
  return page;
}

async function menu(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: /^その他の行為/ }).click();
  await page.getByRole('dialog', { name: 'その他の行為' }).getByRole('button', { name }).first().click();
}

/** Picks one of the acts that stand in the menu. @returns its dialog */
async function other(page: Page, name: string | RegExp): Promise<Dialog> {
  await menu(page, name);
  return page.getByRole('dialog');
}

async function confirmOnly(dialog: Dialog, name: string | RegExp): Promise<void> {
  await dialog.getByRole('button', { name, exact: true }).last().click();
}

async function confirm(dialog: Dialog, name: string | RegExp): Promise<void> {
  await confirmOnly(dialog, name);
  await dialog.waitFor({ state: 'detached' });
}

/** `R8.12.3`, as a clerk types it. */
function reiwa(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `R${year - 2018}.${month}.${date}`;
}

/** 江藤 is away; 深川 decides in his stead. */
async function decidedInHisStead(count: number): Promise<string[]> {
  const today = localDateAt(new Date());
  const away = { from: `${today}T00:00:00+09:00`, until: `${addDays(today, 2)}T00:00:00+09:00`, reason: '県庁へ出張' };
  const registered = await (await stage.town.as('eto')).post('/absences', away);
  if (registered.status !== 201) throw new Error(JSON.stringify(registered.body));
  const ids: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const id = await submitContract(stage.town, {
      fields: { subject: `${READ_AFTERWARDS} その${n}` },
      attributes: { urgent: true, urgencyReason: '契約期限が迫っているため' },
    });
    await approveBy(stage.town, id, 'goto', 'fukagawa', 'takarabe');
    const { body } = await (await stage.town.as('fukagawa')).get(`/documents/${id}/approval`);
    const seatId = body.allowed.find(({ kind }: { kind: string }) => kind === 'acting_decide')?.seatId;
    const decided = await act(stage.town, 'fukagawa', id, 'acting_decide', { seatId, comment: '部長出張中のため' });
    if (decided.status !== 201) throw new Error(JSON.stringify(decided.body));
    ids.push(id);
  }
  return ids;
}
