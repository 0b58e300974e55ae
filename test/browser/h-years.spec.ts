import { readFile } from 'node:fs/promises';
import { fiscalYearOf, formatFiscalYear, localDateAt } from '@fubako/kernel';
import { decidedNotice } from '../journeys/town';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const OFFICER = 'chiba';
const CLERK = 's1055';
const TABLET = { viewport: { width: 1112, height: 834 }, hasTouch: true };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await decidedNotice(stage.town, { subject: '敬老会の開催について' });
});
afterAll(() => stage?.close());

// The browser's clock and the town's are the real ones here.
const thisYear = fiscalYearOf(localDateAt(new Date()));

describe('the turn of the year, paper and registers in the browser', () => {
  const step = story(() => stage);

  step('上田, the records clerk, names a file of next year and marks it', async () => {
    const page = await stage.seat(CLERK);
    await page.goto('/years');
    await page.getByRole('heading', { name: '年度切替', level: 1 }).waitFor();
    await page.getByText(/0時に次のとおり切り替わります/).waitFor();
    await page.getByRole('link', { name: '福祉課' }).click();
    await page.getByRole('heading', { name: '福祉課の簿冊' }).waitFor();
    await page
      .getByRole('button', { name: /を直す$/ })
      .first()
      .click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox', { name: /簿冊の名前/ }).fill('往復文書(国・県)');
    await sheet.getByRole('checkbox', { name: '個人情報の表示を付ける' }).check();
    await expectAccessible(page, 'h-1-year-line');
    await sheet.getByRole('button', { name: '保存する' }).click();
    await page.getByText('計画に反映しました。').waitFor();
    await page.getByRole('rowheader', { name: /往復文書\(国・県\)/ }).waitFor();
    await expectAccessible(page, 'h-2-year-plan');
  });

  step('the records office confirms the plan and takes that back', async () => {
    const page = await stage.seat(OFFICER);
    await page.goto('/years');
    await page.getByRole('button', { name: '計画を確定する' }).click();
    await page.getByText('計画を確定しました。').waitFor();
    await page.getByRole('button', { name: '確定を取り消す' }).waitFor();
    await expectAccessible(page, 'h-3-year-confirmed');
    await page.getByRole('button', { name: '確定を取り消す' }).click();
    await page.getByRole('button', { name: '計画を確定する' }).waitFor();
  });

  step('上田 registers a file of paper; the office adds a place in the stacks', async () => {
    const page = await stage.seat(CLERK, TABLET);
    await page.goto('/paper');
    await page.getByText('貸出中の簿冊はありません。', { exact: false }).waitFor();
    await expectAccessible(page, 'h-4-paper-empty');
    await page.getByRole('button', { name: '紙の簿冊を登録' }).click();
    const sheet = page.getByRole('dialog', { name: '紙の簿冊を登録' });
    await sheet.getByRole('textbox', { name: /^分類/ }).fill('60-01-01');
    await sheet.getByRole('textbox', { name: /^課/ }).fill('S31');
    await sheet.getByRole('textbox', { name: /^簿冊の名前/ }).fill('給付費の支給決定');
    await sheet.getByRole('textbox', { name: /^置き場所/ }).fill('福祉課 キャビネット3');
    await expectAccessible(page, 'h-5-paper-file');
    await sheet.getByRole('button', { name: '紙の簿冊を登録' }).click();
    await page.getByText('簿冊を登録しました。').waitFor();
    const office = await stage.seat(OFFICER);
    await office.goto('/paper?tab=places');
    await office.getByRole('textbox', { name: /^番号/ }).fill('A-03-12');
    await office.getByRole('textbox', { name: /^書庫/ }).fill('第1書庫');
    await office.getByRole('textbox', { name: /^棚/ }).fill('3');
    await office.getByRole('textbox', { name: /^箱/ }).fill('12');
    await office.getByRole('button', { name: '場所を加える' }).click();
    await office.getByRole('rowheader', { name: 'A-03-12' }).waitFor();
    await expectAccessible(office, 'h-6-places');
  });

  step('the register shows it, in Japanese and English, as CSV and PDF, and is issued', async () => {
    const page = await stage.seat(OFFICER);
    await page.goto('/file-register');
    await page.getByRole('rowheader', { name: /給付費の支給決定/ }).waitFor();
    await page.getByText(formatFiscalYear(thisYear)).first().waitFor();
    await expectAccessible(page, 'h-7-register');
    for (const [name, type] of [
      ['CSVで保存', 'text/csv'],
      ['印刷用(PDF)', 'application/pdf'],
    ] as const) {
      const href = await page.getByRole('link', { name }).getAttribute('href');
      const answer = await page.request.get(href ?? '');
      expect([answer.status(), answer.headers()['content-type']?.split(';')[0]]).toEqual([200, type]);
    }
    await page.getByRole('button', { name: '今日の管理簿を公表として残す' }).click();
    await page.getByText('公表した管理簿を残しました。').waitFor();
    await page.getByLabel('種類').selectOption({ label: '公表用' });
    await page.waitForURL((url) => url.search.includes('edition=public'));
    await expectAccessible(page, 'h-8-register-public');
    const english = await stage.seat(OFFICER, { ...TABLET, locale: 'en-US' });
    await english.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    for (const [screen, shown] of [
      ['years', english.getByRole('button', { name: 'Confirm the plan' })],
      ['paper', english.getByText(/Nothing is lent/)],
      ['file-register', english.getByRole('rowheader', { name: /給付費の支給決定/ })],
    ] as const) {
      await english.goto(`/${screen}`);
      await shown.first().waitFor();
      await expectAccessible(english, `h-9-en-${screen}`);
    }
  });

  step('the office drafts the filing plan of next year, by keyboard, and tries it', async () => {
    const page = await stage.seat(OFFICER);
    await page.goto('/records');
    await page.getByRole('link', { name: 'ファイル基準表を開く' }).click();
    await page.getByRole('rowheader', { name: '往復文書' }).waitFor();
    await page.getByRole('button', { name: '改定の下書きを始める' }).click();
    const name = page.getByRole('rowheader', { name: '往復文書' }).getByRole('button');
    await name.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: '分類を直す' });
    await sheet.getByRole('textbox', { name: /^名称/ }).fill('往復文書(国・県)');
    await sheet.getByRole('combobox', { name: /^保存期間/ }).selectOption('R01');
    await expectAccessible(page, 'h-10-plan-class');
    await sheet.getByRole('button', { name: '下書きに保存' }).click();
    await page.getByText('下書きに保存しました。').waitFor();
    await page.getByRole('button', { name: '分類を足す' }).click();
    const added = page.getByRole('dialog', { name: '分類を足す' });
    await added.getByRole('textbox', { name: /^名称/ }).fill('電子申請');
    await added.getByRole('combobox', { name: /^保存期間/ }).selectOption('R05');
    await added.getByRole('button', { name: '下書きに保存' }).click();
    await page.getByRole('rowheader', { name: '電子申請' }).waitFor();
    await expectAccessible(page, 'h-11-plan-draft');
    await page.getByRole('tab', { name: '試す' }).click();
    await page.getByRole('button', { name: '試す' }).click();
    await page.getByText('新設 1・変更 1・終了 0分類。うち保存期間が短くなるもの 1。').waitFor();
    await expectAccessible(page, 'h-12-plan-trial');
  });

  step(
    'PLAN-10 the draft goes out as a list, comes back from a spreadsheet, and is compared before it is taken',
    async () => {
      const page = await stage.seat(OFFICER);
      await page.goto('/filing-plan');
      await page.getByRole('link', { name: /下書き1/ }).click();
      await page.getByRole('tab', { name: '一覧で直す' }).click();
      const link = page.getByRole('link', { name: '下書きの一覧(CSV)' });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      const list = await readFile(await download.path(), 'utf8');
      expect(list).toContain('往復文書(国・県)');
      const bring = (text: string) =>
        page
          .getByLabel('一覧(CSV)を選ぶ')
          .setInputFiles({ name: '基準表.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await bring(list);
      await page.getByText('下書きと違うところがありません。').waitFor();
      // What a spreadsheet makes of a code that looks like a day.
      await bring(list.replace('10-01-02,', '2010/1/2,'));
      await page
        .getByRole('alert')
        .getByText(/行目:.*2010\/1\/2/)
        .waitFor();
      await expectAccessible(page, 'h-15-list-faults');
      await bring(list.replace('庁内伺い', '庁内の伺い'));
      await page.getByText('名称: 庁内伺い → 庁内の伺い').waitFor();
      await expectAccessible(page, 'h-16-list-compared');
      await page.getByRole('button', { name: '1分類を下書きに入れる' }).click();
      await page.getByText('一覧を下書きに入れました。').waitFor();
      await page.getByRole('rowheader', { name: '庁内の伺い' }).waitFor();
    },
  );

  step('the filing plan is published with consent to what is shorter, read in English, and withdrawn', async () => {
    const page = await stage.seat(OFFICER);
    await page.goto('/filing-plan');
    await page.getByRole('link', { name: /下書き1/ }).click();
    await page.getByRole('button', { name: '公布する' }).click();
    const publish = page.getByRole('dialog', { name: '公布する' });
    await publish.getByRole('textbox', { name: /^理由/ }).fill('毎年の見直し');
    await publish.getByRole('checkbox', { name: /保存期間が短くなる1分類を確かめ/ }).check();
    await expectAccessible(page, 'h-13-plan-publish');
    await publish.getByRole('button', { name: '公布する' }).click();
    await page.getByRole('heading', { name: /ファイル基準表 第1版/ }).waitFor();
    const english = await stage.seat(OFFICER, { ...TABLET, locale: 'en-US' });
    await english.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await english.goto('/filing-plan');
    await english.getByRole('link', { name: /第1版|version 1/ }).click();
    await english.getByRole('tab', { name: 'Try' }).click();
    await english.getByRole('button', { name: 'Try' }).click();
    await english.getByText('1 added, 2 changed, 0 end; 1 kept for less long.').waitFor();
    await expectAccessible(english, 'h-14-en-plan');
    await page.getByRole('button', { name: '取りやめる' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取りやめる' }).click();
    await page.getByText('取りやめました。').waitFor();
  });
});
