import { approveBy, submitContract } from '../journeys/town';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const DECIDED = '配食業務委託契約の締結について';

let stage: Stage;
let decided: string;
let number: string;

beforeAll(async () => {
  stage = await openStage();
  decided = await submitContract(stage.town, { fields: { subject: DECIDED } });
  await approveBy(stage.town, decided, 'goto', 'fukagawa', 'takarabe', 'eto');
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
      await page.keyboard.type('ない言葉ばかり');
      await box.getByRole('option', { name: '「ない言葉ばかり」を文書検索で探す' }).waitFor();
      await page.keyboard.press('Escape');
      await box.waitFor({ state: 'detached' });
    },
  );

  step('the Enter that ends a conversion runs no command, in the order of Chromium and of Safari', async () => {
    const page = await stage.seat('hara');
    await page.goto('/inbox');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    const box = page.getByRole('dialog', { name: '移動・検索' });
    await box.getByRole('option', { name: /^文書検索/ }).waitFor();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'ぶんしょ', selectionStart: 4, selectionEnd: 4 });
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await cdp.send('Input.insertText', { text: '文書' });
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await box.getByRole('option', { name: /^文書検索/ }).waitFor();
    expect(
      await box.getByRole('textbox').or(box.getByRole('searchbox')).or(box.getByRole('combobox')).inputValue(),
    ).toBe('文書');
    expect(new URL(page.url()).pathname).toBe('/inbox');
  });

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
