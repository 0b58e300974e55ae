import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions } from 'playwright-core';
import { addDays, formatWareki, localDateAt, partsOf } from '@fubako/kernel';
import { expectAccessible, look } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const TABLET: BrowserContextOptions = { viewport: { width: 834, height: 1112 }, hasTouch: true };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

// The browser's clock and the town's are the real ones here.
const first = addDays(localDateAt(new Date()), 3);
const last = addDays(first, 1);
const typed = (day: typeof first) => `R${partsOf(day).year - 2018}.${partsOf(day).month}.${partsOf(day).day}`;

describe('absences and proxies in the browser', () => {
  const step = story(() => stage);

  step('江藤 registers 出張 with the keyboard and sees before that 深川 will act for him', async () => {
    const page = await stage.seat('eto');
    await page.goto('/inbox');
    await page.getByRole('navigation', { name: '画面' }).getByRole('link', { name: '不在' }).click();
    await page.getByRole('heading', { name: '不在カレンダー' }).waitFor();
    await page.getByRole('region', { name: /の不在$/ }).waitFor();
    await page.keyboard.press('n');
    const sheet = page.getByRole('dialog', { name: '不在の登録' });
    await sheet.getByLabel('初日').fill(typed(first));
    await sheet.getByLabel('最終日').fill(typed(last));
    await sheet.getByText('部長不在の代決: 福祉課 課長 深川 直美').waitFor();
    await expectAccessible(page, '9-absence-register');
    await sheet.getByRole('button', { name: '不在を登録' }).click();
    await sheet.getByText('入力してください').waitFor();
    await sheet.getByRole('button', { name: '出張' }).click();
    await sheet.getByRole('textbox', { name: /^理由/ }).press('Enter');
    await page.getByText('不在を登録しました。').waitFor();
    await page.getByRole('button', { name: /の不在を取り消す$/ }).waitFor();
    await expectAccessible(page, '9-absence-mine');
  });

  step('深川 finds him in her calendar, and reads that she acts', async () => {
    const page = await stage.seat('fukagawa');
    await page.goto(`/absences?day=${first}`);
    await page.getByRole('rowheader', { name: /江藤 信一 代わりに立つ相手/ }).waitFor();
    await page.getByRole('cell', { name: '不在 終日 出張' }).first().waitFor();
    await page.getByRole('heading', { name: `${formatWareki(first)}に不在の人と、代わりに立つ人` }).waitFor();
    await page.getByText('部長不在の代決: 福祉課 課長 深川 直美').waitFor();
    await expectAccessible(page, '9-absence-day');
    await page.getByRole('button', { name: formatWareki(first) }).press('Home');
    await page.waitForURL((url) => url.search.includes('-01'));
  });

  step('深川 gives her seat by proxy to 後藤 and takes it back', async () => {
    const page = await stage.seat('fukagawa', TABLET);
    await page.goto('/absences?tab=proxies');
    await page.getByText('決まっている代理はありません。').waitFor();
    await page.getByRole('button', { name: '代理を決める' }).click();
    const sheet = page.getByRole('dialog', { name: '代理を決める' });
    await sheet.getByRole('combobox', { name: /代理になる人/ }).fill('ごとう');
    await page.getByRole('option', { name: /後藤 学/ }).click();
    await sheet.getByRole('textbox', { name: /^理由/ }).fill('研修のため');
    await expectAccessible(page, '9-proxy-give');
    await sheet.getByRole('button', { name: '代理を決める' }).click();
    await page.getByText('福祉課 課長 深川 直美 → 後藤 学').waitFor();
    await expectAccessible(page, '9-proxies');
    await page.getByRole('button', { name: '後藤 学への代理を取り消す' }).click();
    await page.getByText('決まっている代理はありません。').waitFor();
  });

  step('the personnel office registers 事故 for somebody else, and everybody is in view', async () => {
    const page = await stage.seat('s1027');
    await page.goto('/absences');
    await page.getByLabel('表示する人').selectOption('all');
    await page.getByRole('rowheader', { name: /町田 和夫/ }).waitFor();
    await page.getByRole('button', { name: '不在を登録' }).click();
    const sheet = page.getByRole('dialog', { name: '不在の登録' });
    await sheet.getByRole('combobox', { name: /不在になる人/ }).fill('町田');
    await page.getByRole('option', { name: /町田 和夫/ }).click();
    await sheet.getByLabel('事故').check();
    await sheet.getByLabel('代わりに登録する理由').fill('家族から連絡');
    await sheet.getByRole('textbox', { name: /^理由/ }).fill('入院');
    await sheet.getByText(/職務代理者: .*福井 正/).waitFor();
    await expectAccessible(page, '9-absence-incapacity');
    await sheet.getByRole('button', { name: '不在を登録' }).click();
    await page.getByText('不在を登録しました。').waitFor();
    await expectAccessible(page, '9-absence-all');
  });
});

describe('organisation and staff in the browser', () => {
  const step = story(() => stage);
  const leaving = addDays(localDateAt(new Date()), 30);
  const coming = addDays(leaving, 1);
  const listOf = (lines: readonly string[]) => ({
    name: '異動.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['staff_no,post_code,kind,valid_from,valid_to', ...lines].join('\r\n')),
  });

  step('後藤 finds 深川 by her reading, and her section from there', async () => {
    const page = await stage.seat('goto');
    await page.goto('/inbox');
    await page.getByRole('button', { name: /後藤 学のメニュー/ }).click();
    await page.getByRole('menuitem', { name: '組織と職員' }).click();
    await page.getByRole('heading', { name: '組織と職員', level: 1 }).waitFor();
    await page.getByText('組織図から組織を選ぶか、職員を探してください。').waitFor();
    await page.getByRole('textbox', { name: '職員を探す' }).fill('ふかがわ');
    await page.getByRole('button', { name: /深川 直美/ }).press('Enter');
    await page.getByRole('heading', { name: /^深川 直美/, level: 2 }).waitFor();
    await page
      .getByRole('region', { name: /^深川 直美/ })
      .getByRole('button', { name: '福祉課' })
      .press('Enter');
    await page.getByRole('rowheader', { name: /^課長/ }).waitFor();
    expect(decodeURIComponent(page.url())).toMatch(/staff="1016"&unit=S31$/);
    await expectAccessible(page, '9-organisation');
    expect(await page.getByRole('link', { name: '人事異動の取り込み' }).count()).toBe(0);
    await page.getByRole('textbox', { name: /^見る日/ }).fill('R9.4.1');
    await page.keyboard.press('Tab');
    await page.waitForURL(/on=2027-04-01/);
    await page.getByRole('button', { name: '今日に戻す' }).waitFor();
  });

  step(
    'RULE-103 the personnel office tries a reorganisation, with a unit that nobody takes over and then with one that does',
    async () => {
      const page = await stage.seat('s1027');
      await page.goto('/organisation');
      await page.getByRole('link', { name: '組織改正を試す' }).click();
      const [taken] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '組織の一覧' }).click(),
      ]);
      expect(taken.suggestedFilename()).toBe('org_units.csv');
      const units = (await readFile(await taken.path(), 'utf8')).split('\r\n');
      const head = units[0] ?? '';
      const section = units.find((line) => line.startsWith('S33,')) ?? '';
      const from = section.split(',')[6] ?? '';
      const ended = section.replace(`${from},`, `${from},${leaving}`);
      const choose = (...lines: string[]) =>
        page.getByLabel('一覧(CSV)を選ぶ').setInputFiles({
          name: '組織改正.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from([head, ...lines, ''].join('\r\n')),
        });
      await choose(ended);
      await page.getByText(/^直すところが\d+件あります。/).waitFor();
      await page.getByText(/^functions\.csv: 登録済みの「F022」/).waitFor();
      await expectAccessible(page, '9-reorganisation-faults');
      await choose(`S99,くらし支援課,section,D30,浜暮,39,${coming},,`);
      await page.getByText('直すところはありません。1行が変わります。').waitFor();
      await page.getByRole('rowheader', { name: 'くらし支援課 S99' }).waitFor();
      await expectAccessible(page, '9-reorganisation-tried');
      await page.setViewportSize({ width: 390, height: 844 });
      await look(page, '9-reorganisation-phone');
    },
  );

  step('the personnel office tries a list with a fault, corrects it and brings it in', async () => {
    const page = await stage.seat('s1027');
    await page.goto('/organisation');
    await page.getByRole('link', { name: '人事異動の取り込み' }).click();
    const [taken] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '配置の一覧' }).click(),
    ]);
    expect(taken.suggestedFilename()).toBe('assignments.csv');
    const files = page.getByLabel('一覧(CSV)を選ぶ');
    await files.setInputFiles({ name: '写真一覧.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2') });
    await page.getByText('写真一覧.csv は職員の一覧でも配置の一覧でもありません。', { exact: false }).waitFor();
    const leave = `1016,P-S31-H,main,2026-04-01,${leaving}`;
    await files.setInputFiles(listOf([leave, `1066,P-S31-X,concurrent,${coming},`]));
    await page.getByText('直すところが1件あります。何も取り込んでいません。').waitFor();
    await page.getByText('assignments.csv 3行目:', { exact: false }).waitFor();
    await expectAccessible(page, '9-transfers-faults');
    await files.setInputFiles(listOf([leave, `1066,P-S31-H,concurrent,${coming},`]));
    await page.getByRole('rowheader', { name: '星野 香織 1066' }).waitFor();
    await expectAccessible(page, '9-transfers-tried');
    await page.getByRole('button', { name: '2件を取り込む' }).click();
    await page.getByRole('heading', { name: '取り込みました' }).waitFor();
    await page.goto(`/organisation?unit=S31&on=${coming}`);
    await page.getByRole('button', { name: '星野 香織' }).waitFor();
  });
});

describe.each([
  ['en', { locale: 'en-US' }],
  ['phone', PHONE],
] as const)('the calendar, %s', (name, options) => {
  const step = story(() => stage);

  step(`can be read and used (${name})`, async () => {
    const page = await stage.seat('fukagawa', options);
    if (name === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await page.goto(`/absences?day=${first}`, { waitUntil: 'networkidle' });
    await page.getByRole('rowheader', { name: /江藤 信一/ }).waitFor();
    await expectAccessible(page, `9-${name}-absences`);
    await page.goto('/organisation?unit=S31&staff=1016', { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: /^深川 直美/, level: 2 }).waitFor();
    await page.getByRole('rowheader', { name: /^課長/ }).waitFor();
    await expectAccessible(page, `9-${name}-organisation`);
  });
});
