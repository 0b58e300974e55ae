import type { Page } from 'playwright-core';
import { codeOfApp } from '../../libs/identity/test/authenticator';
import { eventually } from '../support/eventually';
import { DigestReadings } from '@fubako/search';
import { PASSWORD, signIn, submitContract } from '../journeys/town';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const TABLET = { viewport: { width: 1112, height: 834 }, hasTouch: true };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const step = story(() => stage);

describe('one’s own way in', () => {
  let secret = '';
  let codes: string[] = [];

  step('原 sees where he is signed in and ends what he does not know', async () => {
    const elsewhere = await signIn(stage.town.url, 'hara');
    const page = await stage.seat('hara');
    await page.goto('/inbox');
    await page.getByRole('button', { name: /原 大地のメニュー/ }).click();
    await page.getByRole('menuitem', { name: '自分の設定' }).click();
    await page.getByRole('heading', { name: '自分の設定', level: 1 }).waitFor();
    await page.getByText('この画面', { exact: true }).waitFor();
    await expectAccessible(page, 'm-1-my-settings');
    await page.getByRole('button', { name: /のサインインを終わらせる$/ }).click();
    await page.getByText('サインインを終わらせました。').waitFor();
    expect((await elsewhere.get('/session')).status).toBe(401);
    const tablet = await stage.seat('hara', TABLET);
    await tablet.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await tablet.goto('/my');
    await tablet.getByRole('heading', { name: 'My settings', level: 1 }).waitFor();
    await tablet.getByText('This screen', { exact: true }).waitFor();
    await expectAccessible(tablet, 'm-2-my-settings-tablet');
  });

  step('後藤 enrols an authenticator app and gets recovery codes', async () => {
    const page = await stage.seat('goto');
    await page.goto('/my');
    await page.getByRole('button', { name: '認証アプリを登録' }).click();
    const sheet = page.getByRole('dialog', { name: '認証アプリを登録' });
    await sheet.getByRole('img', { name: '認証アプリで読み取る二次元コード' }).waitFor();
    secret = (await sheet.locator('code').innerText()).replaceAll(/\s/g, '');
    await expectAccessible(page, 'm-3-totp');
    await sheet.getByRole('textbox', { name: '確認コード' }).fill('000000');
    await sheet.getByRole('button', { name: '登録する' }).click();
    await sheet.getByText('コードが違うか、使用済みです。', { exact: false }).waitFor();
    stage.faults.take();
    await sheet.getByRole('textbox', { name: '確認コード' }).fill(codeOfApp(secret, new Date(), -1));
    await sheet.getByRole('button', { name: '登録する' }).click();
    const shown = page.getByRole('dialog', { name: '予備コード' });
    await shown.getByRole('listitem').nth(9).waitFor();
    codes = await shown.getByRole('listitem').allInnerTexts();
    await expectAccessible(page, 'm-4-recovery-codes');
    await shown.getByRole('button', { name: 'しまいました' }).click();
    await page.getByText('残り10個です。', { exact: false }).waitFor();
  });

  step('signs in again in two steps, by keyboard alone', async () => {
    const page = await stage.window();
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: '利用者ID' }).fill('goto');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: '確認コード' }).waitFor();
    await expectAccessible(page, 'm-5-second-step');
    stage.faults.take();
    await page.getByRole('textbox', { name: '確認コード' }).focus();
    await page.keyboard.type(codeOfApp(secret, new Date(), 1));
    await page.keyboard.press('Enter');
    await atInbox(page);
  });

  step('is asked who he is before the codes change, and goes on where he was', async () => {
    const page = await stage.seat('goto');
    await page.goto('/my');
    await page.getByText('残り10個です。', { exact: false }).waitFor();
    await stage.town.database.dataSource.query(`update identity.session set proven_at = proven_at - interval '1 hour'`);
    await page.getByRole('button', { name: '予備コードを作り直す' }).click();
    const proof = page.getByRole('dialog', { name: '本人確認' });
    await proof.getByRole('textbox', { name: '確認コード' }).waitFor();
    await expectAccessible(page, 'm-6-proof');
    await proof.getByRole('textbox', { name: '確認コード' }).fill(codes[0] ?? '');
    await proof.getByRole('button', { name: '確認して続ける' }).click();
    const shown = page.getByRole('dialog', { name: '予備コード' });
    await shown.getByRole('listitem').nth(9).waitFor();
    expect(await shown.getByRole('listitem').allInnerTexts()).not.toEqual(codes);
    await shown.getByRole('button', { name: 'しまいました' }).click();
    stage.faults.take();
  });

  step('深川 changes her password; the refused one says why', async () => {
    const page = await stage.seat('fukagawa');
    await page.goto('/my');
    await page.getByLabel('今のパスワード').fill(PASSWORD);
    await page.getByLabel(/^新しいパスワード/).fill('短い');
    await page.getByRole('button', { name: 'パスワードを変える' }).click();
    await page.getByText('15文字以上にしてください。', { exact: false }).waitFor();
    stage.faults.take();
    await page.getByLabel(/^新しいパスワード/).fill('春はあけぼのやうやう白くなりゆく');
    await page.getByRole('button', { name: 'パスワードを変える' }).click();
    await page.getByText('パスワードを変えました。', { exact: false }).waitFor();
  });
});

describe('a passkey', () => {
  step('is enrolled, and opens without a password', async () => {
    const page = await stage.window({ baseURL: stage.town.url.replace('127.0.0.1', 'localhost') });
    await withAuthenticator(page);
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: '利用者ID' }).fill('eto');
    await page.getByLabel('パスワード').fill(PASSWORD);
    await page.getByRole('button', { name: 'サインイン', exact: true }).click();
    await atInbox(page);
    await page.goto('/my');
    await page.getByRole('textbox', { name: /^パスキーの名前/ }).fill('青いセキュリティキー');
    await page.getByRole('button', { name: 'パスキーを登録' }).click();
    await page.getByRole('dialog', { name: '予備コード' }).getByRole('button', { name: 'しまいました' }).click();
    await page.getByText('青いセキュリティキー').first().waitFor();
    await expectAccessible(page, 'm-7-passkey');
    // An open page goes on asking, and would be refused.
    await page.goto('about:blank');
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
    await atInbox(page);
  });
});

describe('an idle session', () => {
  step('is announced before its end, and kept by one press', async () => {
    const page = await stage.window();
    await page.clock.install();
    const [name = '', value = ''] = (await stage.town.as('machida')).cookie.split('=');
    await page.context().addCookies([{ name, value, url: stage.town.url, httpOnly: true, sameSite: 'Lax' }]);
    await page.goto('/my');
    await page.getByText('この画面', { exact: true }).waitFor();
    await page.getByLabel('今のパスワード').fill('書きかけ');
    // Who watches over the session comes after the first screen, like the bell.
    await page.getByRole('button', { name: /お知らせ/ }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward('28:00');
    const warning = page.getByRole('dialog', { name: 'まもなくサインアウトします' });
    await warning.getByText(/あと2分でサインアウトします/).waitFor();
    await expectAccessible(page, 'm-8-idle');
    await warning.getByRole('button', { name: '続けて使う' }).click();
    await warning.waitFor({ state: 'detached' });
    expect(await page.getByLabel('今のパスワード').inputValue()).toBe('書きかけ');
  });

  step('that has ended asks to sign in again, and nothing typed is lost', async () => {
    const page = await stage.seat('machida');
    await page.goto('/my');
    await page.getByText('この画面', { exact: true }).waitFor();
    await page.getByLabel('今のパスワード').fill('書きかけ');
    await page.getByLabel(/^新しいパスワード/).fill('x');
    await stage.town.database.dataSource.query(
      `update identity.session set seen_at = seen_at - interval '1 hour' where staff_no =
        (select staff_no from organisation.person where login = 'machida')`,
    );
    // What the page asks by itself may have learned of it first: the sheet then covers the button.
    await page.evaluate(`document.querySelector('form button[type=submit]').click()`);
    const again = page.getByRole('dialog', { name: 'もう一度サインインしてください' });
    await again.getByRole('textbox', { name: '利用者ID' }).fill('machida');
    await again.getByLabel('パスワード').fill(PASSWORD);
    stage.faults.take();
    await again.getByRole('button', { name: 'サインイン', exact: true }).click();
    await again.waitFor({ state: 'detached' });
    expect(await page.getByLabel('今のパスワード').inputValue()).toBe('書きかけ');
    await eventually(
      () => page.getByRole('dialog').count(),
      (n) => n === 0,
    );
    stage.faults.take();
  });
});

describe('the administrator of accounts', () => {
  step('渡辺 gives a temporary password and makes accounts from a list', async () => {
    const page = await stage.seat('s1011');
    await page.goto('/inbox');
    await page.getByRole('button', { name: /渡辺 陽子のメニュー/ }).click();
    await page.getByRole('menuitem', { name: 'アカウントの管理' }).click();
    await page.getByRole('heading', { name: 'アカウントの管理', level: 1 }).waitFor();
    await page.getByRole('textbox', { name: /^職員を探す/ }).fill('財部');
    await page.getByRole('rowheader', { name: /財部 進/ }).waitFor();
    await page.getByRole('rowheader').nth(1).waitFor({ state: 'detached' });
    await expectAccessible(page, 'm-9-accounts');
    await page.getByRole('button', { name: '財部 進のアカウントの操作' }).click();
    await page.getByRole('menuitem', { name: '仮のパスワードを出す' }).click();
    const reason = page.getByRole('dialog', { name: '仮のパスワードを出す' });
    await reason.getByRole('textbox').fill('本人から忘れたとの届出があったため');
    await expectAccessible(page, 'm-10-account-reason');
    await reason.getByRole('button', { name: '仮のパスワードを出す' }).click();
    const given = page.getByRole('dialog', { name: '仮のパスワード' });
    const password = await given.locator('code').innerText();
    await expectAccessible(page, 'm-11-temporary-password');
    await given.getByRole('button', { name: '渡しました' }).click();
    await page.getByText('仮のパスワード', { exact: true }).waitFor();
    await page.getByRole('button', { name: '名簿からまとめて作る' }).click();
    const list = page.getByRole('dialog', { name: '名簿からまとめて作る' });
    await list.getByRole('textbox', { name: /^職員番号/ }).fill('staff_no,name\n9999,誰か');
    await list.getByRole('button', { name: '1人のアカウントを作る' }).click();
    await list.getByText('9999: 職員名簿にありません。', { exact: false }).waitFor();
    await expectAccessible(page, 'm-12-provision');
    const owner = await stage.window();
    await owner.goto('/sign-in');
    await owner.getByRole('textbox', { name: '利用者ID' }).fill('takarabe');
    await owner.getByLabel('パスワード').fill(password);
    await owner.getByRole('button', { name: 'サインイン', exact: true }).click();
    await owner.getByText('今のパスワードは管理者が設定したものです。', { exact: false }).waitFor();
    await expectAccessible(owner, 'm-13-duty');
    stage.faults.take();
  });
});

const atInbox = (page: Page) => page.getByText('待っている文書はありません。').waitFor();

/** A platform authenticator whose holder always agrees. */
async function withAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe('who read what', () => {
  step('監査の内田 asks who saw what about a person, and 福井 looks at the week', async () => {
    const id = await submitContract(stage.town, {
      fields: { subject: '渡邉氏に係る相談支援業務の委託について' },
      attributes: { confidentiality: 'personnel' },
    });
    expect((await (await stage.town.as('hara')).get(`/documents/${id}`)).status).toBe(200);
    await stage.town.app.get(DigestReadings, { strict: false }).run();
    const page = await stage.seat('s1125');
    await page.goto('/object-store');
    await page.getByRole('link', { name: '閲覧記録' }).click();
    await page.getByRole('heading', { name: '閲覧の照会' }).waitFor();
    await page.getByRole('textbox', { name: '対象の人・文書' }).fill('渡邉氏');
    await page.getByRole('button', { name: '照会する' }).click();
    await page.getByRole('cell', { name: '原 大地' }).first().waitFor();
    await page.getByText('（件名は見られません）').first().waitFor();
    await expectAccessible(page, 'm-20-readings');
    const manager = await stage.seat('fukui', TABLET);
    await manager.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await manager.goto('/readings');
    await manager.getByText('Not yet acknowledged').waitFor();
    await expectAccessible(manager, 'm-21-readings-digest');
    await manager.getByRole('textbox', { name: 'What you noticed' }).fill('なし');
    await manager.getByRole('button', { name: 'I have looked at it' }).click();
    await manager.getByText('Your acknowledgement is recorded.').waitFor();
    await manager.getByText(/Acknowledged by 福井/).waitFor();
  });
});

describe('緊急閲覧', () => {
  step('渡辺 asks, 西村 confirms, and 福井 sees it and ends it', async () => {
    const id = await submitContract(stage.town, {
      fields: { subject: '避難行動要支援者の名簿の委託について' },
      attributes: { confidentiality: 'personnel' },
    });
    const { draftNumber } = (await (await stage.town.as('hara')).get(`/documents/${id}`)).body;
    const asker = await stage.seat('s1011');
    await asker.goto('/inbox');
    await asker.getByRole('button', { name: /渡辺 陽子のメニュー/ }).click();
    await asker.getByRole('menuitem', { name: '緊急閲覧' }).click();
    await asker.getByText('緊急閲覧はありません。', { exact: false }).waitFor();
    await asker.getByRole('button', { name: '緊急閲覧を申請' }).press('Enter');
    const sheet = asker.getByRole('dialog', { name: '緊急閲覧を申請' });
    await sheet.getByRole('textbox', { name: '待てない理由' }).fill('豪雨により福祉課の全員と連絡がとれないため');
    await sheet.getByRole('textbox', { name: '番号' }).fill(draftNumber);
    await expectAccessible(asker, 'm-22-emergency-ask');
    await sheet.getByRole('button', { name: '申請する' }).press('Enter');
    await asker.getByText('申請しました。', { exact: false }).waitFor();
    await asker.getByText('確認待ち').waitFor();
    const confirmer = await stage.seat('s1004', TABLET);
    await confirmer.goto('/emergency-readings');
    await confirmer.getByRole('button', { name: '確認して開く' }).waitFor();
    await expectAccessible(confirmer, 'm-23-emergency-confirm');
    await confirmer.getByRole('button', { name: '確認して開く' }).press('Enter');
    await confirmer.getByText('閲覧中').waitFor();
    await asker.goto('/emergency-readings');
    await asker.getByText('閲覧中').waitFor();
    await asker.getByRole('link', { name: '文書検索で探す' }).click();
    await asker.getByText('避難行動要支援者の名簿の委託について').first().waitFor();
    await asker.goto(`/documents/${id}`);
    await asker.getByRole('heading', { name: '避難行動要支援者の名簿の委託について' }).first().waitFor();
    const manager = await stage.seat('fukui');
    await manager.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await manager.goto('/emergency-readings');
    await manager.getByText('Confirmed by 西村 健一', { exact: false }).waitFor();
    await expectAccessible(manager, 'm-24-emergency-manager');
    await manager.getByRole('button', { name: 'End it' }).press('Enter');
    await manager.getByText('The emergency reading is over.').waitFor();
    expect((await (await stage.town.as('s1011')).get(`/documents/${id}`)).status).toBe(404);
  });
});
