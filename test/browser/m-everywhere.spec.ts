import type { Locator, Page } from 'playwright-core';
import { approveBy, submitContract } from '../journeys/town';
import { eventually } from '../support/eventually';
import { convert } from './support/ime';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

/** Of the town, instead of the product's. */
const GREEN = '#00693e';
const DECIDED = '配食業務委託契約の締結について';

let stage: Stage;
let decided: string;
let number: string;
let waiting: string;

beforeAll(async () => {
  stage = await openStage({ themeColour: GREEN });
  decided = await submitContract(stage.town, { fields: { subject: DECIDED } });
  await approveBy(stage.town, decided, 'goto', 'fukagawa', 'takarabe', 'eto');
  waiting = await submitContract(stage.town, { fields: { subject: '用品購入契約の締結について' } });
  number = (await (await stage.town.as('hara')).get(`/documents/${decided}`)).body.dispatchNumber;
});
afterAll(() => stage?.close());

describe('what every screen has', () => {
  const step = story(() => stage);

  step(
    'Ctrl+K leads to screens, to documents by number and to what somebody drafted, by the keyboard alone',
    async () => {
      const page = await stage.seat('hara');
      await page.goto('/inbox');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      const box = page.getByRole('dialog', { name: '移動・検索' });
      await box.getByRole('option', { name: /^文書検索/ }).waitFor();
      await expectAccessible(page, 'm-commands');
      await page.keyboard.type(number);
      await box.getByRole('option', { name: new RegExp(DECIDED) }).waitFor();
      await expectAccessible(page, 'm-commands-number');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: DECIDED }).waitFor();
      expect(await box.count()).toBe(0);

      await page.keyboard.press('Control+k');
      await page.keyboard.type('はら');
      await box.getByRole('option', { name: /原.*福祉係/ }).waitFor();
      await box.getByRole('option', { name: /原.*福祉係/ }).click();
      await page.getByRole('list', { name: '検索結果' }).getByRole('link', { name: DECIDED }).waitFor();

      await page.keyboard.press('Control+k');
      await box.getByRole('option', { name: /^文書検索/ }).waitFor();
      for (const [words, screen] of [
        ['基準表', 'ファイル基準表'],
        ['組織', '組織と職員'],
        ['公印', '公印使用簿'],
      ] as const) {
        await box.locator('input').fill(words);
        await box.getByRole('option', { name: screen }).waitFor();
      }
      await box.locator('input').fill('アカウント');
      await box.getByRole('option', { name: '「アカウント」を文書検索で探す' }).waitFor();
      expect(await box.getByRole('option', { name: 'アカウントの管理' }).count()).toBe(0);
      await box.locator('input').fill('欠番');
      await box.getByRole('option', { name: '欠番簿' }).click();
      await page.getByRole('heading', { level: 1, name: '欠番簿' }).waitFor();

      await page.keyboard.press('Control+k');
      await page.keyboard.type('ない言葉ばかり');
      await box.getByRole('option', { name: '「ない言葉ばかり」を文書検索で探す' }).waitFor();
      await page.keyboard.press('Escape');
      await box.waitFor({ state: 'detached' });
    },
  );

  step('no style comes after the page, which would be styled anew for it: menus have theirs already', async () => {
    const page = await stage.seat('hara');
    await page.goto('/inbox');
    const menu = page.locator('[data-react-aria-pressable]').first();
    await menu.waitFor();
    await menu.click();
    await page.getByRole('dialog').or(page.getByRole('menu')).first().waitFor();
    expect(await page.locator('style').count()).toBe(0);
    // How Chromium writes `pan-x pan-y pinch-zoom`.
    const touched = `getComputedStyle(document.querySelector('[data-react-aria-pressable]')).touchAction`;
    expect(await page.evaluate(touched)).toBe('manipulation');
  });

  step('why a step is on the route leads to its rule in the manual, and the draft stays as it is', async () => {
    const page = await stage.seat('hara');
    await page.goto('/draft/form?type=contract');
    await page.locator('[id="fields.amount"]').fill('600,000');
    const rule = page.getByRole('list', { name: '経路と理由' }).getByRole('link', { name: 'RULE-21' }).first();
    const opened = page.context().waitForEvent('page');
    await rule.click();
    const manual = await opened;
    await manual.getByRole('heading', { name: '経路の決まり' }).waitFor();
    await manual.getByRole('cell', { name: 'RULE-21' }).waitFor();
    await expectAccessible(manual, 'm-rules');
    await manual.close();
    expect(new URL(page.url()).pathname).toBe('/draft/form');
  });

  step('the Enter that ends a conversion runs no command, in the order of Chromium and of Safari', async () => {
    const page = await stage.seat('hara');
    await page.goto('/inbox');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    const box = page.getByRole('dialog', { name: '移動・検索' });
    await box.getByRole('option', { name: /^文書検索/ }).waitFor();
    await convert(page, 'ぶんしょ', '文書');
    await box.getByRole('option', { name: /^文書検索/ }).waitFor();
    expect(
      await box.getByRole('textbox').or(box.getByRole('searchbox')).or(box.getByRole('combobox')).inputValue(),
    ).toBe('文書');
    expect(new URL(page.url()).pathname).toBe('/inbox');
  });

  step('nor does it send a form, in a search, a list and a sheet of an act', async () => {
    const page = await stage.seat('goto');
    const fields: readonly [path: string, field: (page: Page) => Locator][] = [
      ['/search', (on) => on.getByRole('combobox', { name: '文書を検索' })],
      ['/documents', (on) => on.getByLabel('件名・番号')],
      ['/record-files', (on) => on.getByRole('main').getByRole('textbox').first()],
    ];
    for (const [path, field] of fields) {
      await page.goto(path);
      await field(page).focus();
      await convert(page, 'けいやく', '契約');
      expect(await field(page).inputValue()).toBe('契約');
      expect(decodeURIComponent(page.url())).not.toContain('契約');
    }
    await page.goto(`/documents/${waiting}`);
    await page.getByRole('button', { name: '差し戻す' }).click();
    const reason = page.getByRole('dialog').getByLabel('理由・意見');
    await reason.focus();
    await convert(page, 'りゆう', '理由');
    expect(await reason.inputValue()).toBe('理由');
    await page.keyboard.press('Escape');
  });

  step(
    'the first-day tour is offered, left, found again where it was left off, and ended, by keyboard alone',
    async () => {
      const page = await stage.seat('hara', { storageState: { cookies: [], origins: [] } });
      await page.goto('/inbox');
      const tour = page.getByRole('complementary', { name: 'はじめての案内' });
      await tour.getByRole('button', { name: '案内を見る' }).press('Enter');
      await tour.getByText('案内 1/6: 受信箱').waitFor();
      await expectAccessible(page, 'm-tour');
      await tour.getByRole('button', { name: '次へ' }).press('Enter');
      await page.getByRole('heading', { name: '起案', level: 1 }).waitFor();
      await tour.getByText('案内 2/6: 起案').waitFor();
      await page.reload();
      await tour.getByText('案内 2/6: 起案').waitFor();
      await tour.getByRole('button', { name: '案内をやめる' }).press('Enter');
      await tour.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: /原.*のメニュー/ }).press('Enter');
      await page.getByRole('menuitem', { name: 'はじめての案内' }).press('Enter');
      for (const [at, title] of ['起案', '文書', '文書検索', '手引き', '自分の設定'].entries()) {
        await tour.getByRole('button', { name: '次へ' }).press('Enter');
        await tour.getByText(`案内 ${at + 2}/6: ${title}`).waitFor();
      }
      await page.getByRole('heading', { name: '自分の設定' }).waitFor();
      await tour.getByRole('button', { name: '終わる' }).press('Enter');
      await tour.waitFor({ state: 'detached' });
    },
  );

  step('F1 explains the screen that is shown; the manual is read whole, printed, and in English', async () => {
    const page = await stage.seat('hara');
    await page.goto('/search', { waitUntil: 'networkidle' });
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog', { name: 'この画面の使い方' });
    await help.getByRole('heading', { name: '文書検索' }).waitFor();
    await help.getByRole('cell', { name: '"橋梁補修工事"' }).waitFor();
    await expectAccessible(page, 'm-help');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.goto('/manual?chapter=all');
    await page.getByRole('heading', { name: 'はじめに' }).waitFor();
    await page.getByRole('heading', { name: '専決規程', exact: true }).waitFor();
    await expectAccessible(page, 'm-manual');
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
    await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await page.goto('/manual?chapter=inbox');
    await page.getByRole('heading', { name: 'One at a time' }).waitFor();
    await page.getByRole('link', { name: 'Drafting' }).click();
    await page.getByRole('heading', { name: 'Writing and submitting' }).waitFor();
    await expectAccessible(page, 'm-manual-en');
  });

  step('やさしい日本語 is chosen among the settings of one’s own and stays', async () => {
    const page = await stage.seat('hara');
    await page.goto('/my');
    await page.getByRole('radio', { name: 'やさしい日本語' }).check();
    await page.getByRole('navigation').getByRole('link', { name: '起案（書く）' }).waitFor();
    await page.getByText('おぼえやすい 言葉を').waitFor();
    await expectAccessible(page, 'm-plain-my');
    await page.goto('/draft');
    await page.getByText('何を 書きますか').waitFor();
    await expectAccessible(page, 'm-plain-draft');
    await page.goto('/inbox');
    await page.getByText('待っている 書類は ありません。').waitFor();
    await expectAccessible(page, 'm-plain-inbox');
    expect(await page.evaluate('document.documentElement.lang')).toBe('ja');
  });

  step('the colour of the town is everywhere, before somebody signs in too', async () => {
    const page = await stage.window();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'サインイン', exact: true }).waitFor();
    const ground = await page.evaluate(
      `getComputedStyle(document.querySelector('button[type=submit]')).backgroundColor`,
    );
    expect(ground).toBe('rgb(0, 105, 62)');
    await expectAccessible(page, 'm-colour-sign-in');
  });

  step(
    'colours that the reader forces leave borders, focus and where one is; nothing moves for whoever asks so',
    async () => {
      const page = await stage.seat('goto');
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      await page.goto(`/documents/${waiting}`);
      await page.getByRole('button', { name: '承認する' }).waitFor();
      await page.getByRole('list', { name: '決裁欄' }).getByRole('listitem').first().waitFor();
      await page.keyboard.press('Tab');
      const looks = await page.evaluate<Record<string, string>>(`(() => {
      const named = [...document.querySelectorAll('button')].find((one) => one.textContent.includes('承認する'));
      const button = getComputedStyle(named), focus = getComputedStyle(document.activeElement);
      const here = getComputedStyle(document.querySelector('nav [aria-current=page]'));
      return { border: button.borderTopStyle, width: button.borderTopWidth, outline: focus.outlineStyle, here: here.fontWeight };
    })()`);
      expect(looks).toEqual({ border: 'solid', width: '1px', outline: 'solid', here: '700' });
      const moving = `[...document.querySelectorAll('*')].filter((it) => { const { transitionDuration, animationDuration } =
      getComputedStyle(it); return [transitionDuration, animationDuration].some((time) => parseFloat(time) > 0.001); }).length`;
      expect(await page.evaluate(moving)).toBe(0);
      // The way past the bar lies over it while it has the focus.
      await page.getByRole('button', { name: '承認する' }).focus();
      await expectAccessible(page, 'm-forced-colours');
    },
  );

  step('type grows on request and stays so', async () => {
    const page = await stage.seat('hara');
    await page.goto('/inbox');
    const size = () => page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)');
    const usual = await size();
    await page.getByRole('button', { name: /原.*のメニュー/ }).click();
    await page.getByRole('menuitem', { name: '文字を大きくする' }).click();
    await eventually(size, (now) => now > usual * 1.1);
    await page.reload();
    await page.getByRole('button', { name: /原.*のメニュー/ }).waitFor();
    expect(await size()).toBeGreaterThan(usual * 1.1);
    await expectAccessible(page, 'm-large-type');
  });

  step('an answer that got lost is asked for again under the same key, and nothing is done twice', async () => {
    const page = await stage.seat('hara');
    await page.goto(`/documents/${decided}`);
    const keys: (string | undefined)[] = [];
    await page.route(/\/redrafts$/, async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      const unknown = { status: 503, code: 'request.outcome-unknown', title: '結果を確認できません', detail: '' };
      return route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(unknown) });
    });
    await page.getByRole('button', { name: '再起案する' }).click();
    await page.waitForURL(/draft\/form/);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    const { body } = await (await stage.town.as('hara')).get(`/documents/${decided}`);
    expect(body.relatives).toHaveLength(1);
    expect(stage.faults.take().filter((fault) => !fault.includes('503'))).toEqual([]);
  });

  step('says when the network is away, and when it is back', async () => {
    const page = await stage.seat('hara');
    await page.goto('/inbox');
    await page.getByRole('button', { name: /原.*のメニュー/ }).waitFor();
    await page.getByText('待っている文書はありません。').waitFor();
    await page.context().setOffline(true);
    const note = page.getByRole('status').filter({ hasText: '通信が切れています' });
    await note.waitFor();
    await expectAccessible(page, 'm-offline');
    await page.context().setOffline(false);
    await note.waitFor({ state: 'detached' });
    // The browser itself complains of every request that it cannot send.
    expect(stage.faults.take().filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});
