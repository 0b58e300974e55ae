import type { Page } from 'playwright-core';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { approveBy, submitContract } from '../journeys/town';
import { deliverOwed } from '../journeys/deliver';
import { eventually } from '../support/eventually';
import { expectAccessible } from './support/looks';
import { RARE_WORD, SEEN_WORD, scannedLetter, specification, submitWithPaper } from './support/papers';
import { DESK, type Stage, openStage } from './support/stage';
import { story } from './support/story';

const OPEN = '橋りょう点検業務委託契約の締結について';
const SECRET = '橋りょう事故の示談について';
/** An export on its way: the worker of the stage may be done before anybody looks. */
const MAKING = /順番待ち|作成中|できました/;
const WIDTHS = [
  ['desk', { viewport: DESK }],
  ['en', { viewport: DESK, locale: 'en-US' }],
  ['tablet', { viewport: { width: 1112, height: 834 }, hasTouch: true }],
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ['zoom', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const decided = await submitContract(stage.town, { fields: { subject: OPEN } });
  await approveBy(stage.town, decided, 'goto', 'fukagawa', 'takarabe', 'eto');
  await submitContract(stage.town, { fields: { subject: SECRET }, attributes: { confidentiality: 'secret' } });
});
afterAll(() => stage?.close());

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** Scrolls whatever scrolls the hits. */
const TO_THE_END = `(() => {
  let at = document.querySelector('[data-row]');
  while (at.scrollHeight <= at.clientHeight * 2) at = at.parentElement;
  at.scrollTop = at.scrollHeight;
})()`;

const results = async (page: Page) => {
  await page.goto(`/search?q=${encodeURIComponent('橋りょう')}`);
  await page.locator('[data-row]').first().waitFor();
};

describe('千葉, the records officer, searches', () => {
  const step = story(() => stage);

  step('saves the search with S, and comes back to it by its name', async () => {
    const page = await stage.seat('chiba');
    await results(page);
    await page.getByRole('heading', { name: OPEN }).first().waitFor();
    await page.locator('body').press('s');
    await page.getByRole('textbox', { name: '名前', exact: true }).fill('橋の契約');
    await page.getByRole('button', { name: 'この条件を保存' }).click();
    await page.getByRole('link', { name: '橋の契約' }).waitFor();
    await page.getByRole('button', { name: '新着を知らせる' }).click();
    await page.getByRole('button', { name: '新着の通知をやめる' }).waitFor();
    await expectAccessible(page, '12-search-saved');
    await page.getByRole('link', { name: '橋の契約' }).click();
    await page.locator('[data-row]').first().waitFor();
  });

  step('exports the list with E for a reason, and takes it when it is made', async () => {
    const page = await stage.seat('chiba');
    await results(page);
    await page.locator('body').press('e');
    await page.getByRole('button', { name: '理由を記録して書き出す' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('textbox', { name: /理由/ }).fill('監査資料の作成のため');
    await page.getByRole('button', { name: '理由を記録して書き出す' }).click();
    await page.getByText(MAKING).first().waitFor();
    await deliverOwed(stage.town, 'search.');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /受け取る/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await expectAccessible(page, '12-search-export');
  });

  step('opens what is known by title only, for a reason', async () => {
    const page = await stage.seat('chiba');
    await results(page);
    await page.getByText('件名だけ分かる文書 1件').click();
    await expectAccessible(page, '12-search-titles');
    await page.getByRole('button', { name: `理由を入れて開く: ${SECRET}` }).click();
    await page.getByRole('textbox', { name: /理由/ }).fill('開示請求の対象か確かめるため');
    await page.getByRole('button', { name: '理由を記録して開く' }).click();
    await page.getByRole('dialog', { name: SECRET }).waitFor();
    await expectAccessible(page, '12-search-opened');
  });

  step('puts the list in another order and narrows it by class', async () => {
    const page = await stage.seat('chiba');
    await results(page);
    await page.getByRole('combobox', { name: '並び順' }).selectOption('relevance');
    await page.waitForURL(/sort=relevance/);
    const facets = page.getByRole('navigation', { name: '絞り込み' });
    await facets.getByRole('link', { name: /保留なし/ }).click();
    await page.waitForURL(/hold=/);
    await page.locator('[data-row]').first().waitFor();
  });

  step(
    'searches in a file from its page; the chip names it, print and hints know it, and the box finds it too',
    async () => {
      const page = await stage.seat('chiba');
      const chiba = await stage.town.as('chiba');
      const [hit] = (await chiba.get(`/search?q=${encodeURIComponent(OPEN)}`)).body.items;
      const { fileId } = (await chiba.get(`/documents/${hit.documentId}/filing`)).body;
      const { title } = (await chiba.get(`/record-files/${fileId}`)).body;
      await page.goto(`/record-files/${fileId}`);
      await page.getByRole('link', { name: 'この簿冊の中を検索' }).waitFor();
      await expectAccessible(page, '12-search-file-page');
      await page.getByRole('link', { name: 'この簿冊の中を検索' }).click();
      await page.waitForURL((url) => url.pathname === '/search' && url.search.includes(fileId));
      const chip = page.getByRole('link', { name: new RegExp(`^条件を外す: 簿冊: ${title}\\(令和\\d+年度\\)$`, 'u') });
      await chip.waitFor();
      await page.getByRole('heading', { name: OPEN }).first().waitFor();
      await expectAccessible(page, '12-search-in-file');
      await page.goto(page.url().replace('/search?', '/search/print?'));
      await page.getByText(`簿冊: ${title}`).first().waitFor();
      await page.goto(`/search?q=${encodeURIComponent('どこにもない語')}&file=%5B%22${fileId}%22%5D`);
      await page.getByRole('link', { name: '「どこにもない語」の条件を外す' }).waitFor();
      await expectAccessible(page, '12-search-in-file-none');
      await chip.click();
      await page.waitForURL((url) => !url.search.includes(fileId));
      await page.goto(`/search?q=${encodeURIComponent(`簿冊:"${title}" 橋りょう`)}`);
      await page.getByRole('link', { name: `条件を外す: 簿冊: ${title}`, exact: true }).waitFor();
      await page.getByRole('heading', { name: OPEN }).first().waitFor();
    },
  );

  step(
    'is told where counting stopped, beside the count and over the facets, and counts exactly when asked',
    async () => {
      const page = await stage.seat('chiba');
      // As the server says of more than a thousand hits.
      const capped = /\/api\/v1\/search\?/u;
      await page.route(capped, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), count: 1000, countCapped: true } });
      });
      await results(page);
      await page.getByText('約1,000件以上').waitFor();
      const facets = page.getByRole('navigation', { name: '絞り込み' });
      await facets.getByText('件数は、新しい年度からの1,000件で数えています').waitFor();
      await expectAccessible(page, '12-search-capped');
      await page.getByRole('status').getByRole('button', { name: '正確に数える' }).click();
      await page.getByText('1件', { exact: true }).waitFor();
      await page.unroute(capped);
    },
  );

  step('drops a condition by its chip, and the variant forms that were included', async () => {
    const page = await stage.seat('chiba');
    await page.goto(`/search?q=${encodeURIComponent('橋りょう OR 渡邉')}`);
    await page.getByRole('link', { name: '条件を外す: 橋りょう OR 渡邉' }).waitFor();
    await page.getByRole('link', { name: /^条件を外す: 異体字を含む: .*辺 邊 邉/ }).click();
    await page.waitForURL(/asWritten/);
    await page.getByRole('link', { name: '条件を外す: 異体字を区別' }).waitFor();
    await expectAccessible(page, '12-search-as-written');
    await page
      .getByRole('navigation', { name: '絞り込み' })
      .getByRole('link', { name: '異体字・旧字体を含む' })
      .click();
    await page.waitForURL((url) => !url.search.includes('asWritten'));
    await page.getByRole('link', { name: /^条件を外す: 異体字を含む: .*辺 邊 邉/ }).waitFor();
  });

  step('is told that a day does not exist, and the period as it was understood', async () => {
    const page = await stage.seat('chiba');
    await results(page);
    const facets = page.getByRole('navigation', { name: '絞り込み' });
    const from = facets.getByRole('textbox', { name: 'から', exact: true });
    await from.fill('R8.2.30');
    await facets.getByRole('button', { name: '期間で絞る' }).click();
    await facets.getByRole('alert').filter({ hasText: '日付を読み取れません' }).waitFor();
    expect(await from.inputValue()).toBe('R8.2.30');
    expect(new URL(page.url()).searchParams.has('from')).toBe(false);
    await expectAccessible(page, '12-search-bad-day');
    await from.fill('r080401');
    await facets.getByRole('button', { name: '期間で絞る' }).click();
    await page.waitForURL(/from=2026-04-01/);
    await page.getByRole('link', { name: /^条件を外す: から: 令和8年4月1日/ }).waitFor();
    await page.locator('[data-row]').first().getByText('橋りょう').waitFor();
    await page
      .getByText(/^保存期間 \d+年/)
      .first()
      .waitFor();
  });

  step('moves the line between hits and document, and finds it there again', async () => {
    const page = await stage.seat('chiba');
    await results(page);
    const line = page.getByRole('separator');
    await line.press('ArrowRight');
    await line.press('ArrowRight');
    expect(await line.getAttribute('aria-valuenow')).toBe('62');
    await page.reload();
    await page.getByRole('heading', { name: OPEN }).first().waitFor();
    expect(await line.getAttribute('aria-valuenow')).toBe('62');
    await expectAccessible(page, '12-search-wider');
    await line.dblclick();
    expect(await line.getAttribute('aria-valuenow')).toBe('58');
  });

  step('learns which condition to drop when nothing is found', async () => {
    const page = await stage.seat('chiba');
    await page.goto(`/search?q=${encodeURIComponent('橋りょう 存在しない言葉')}`);
    const ways = page.getByRole('list', { name: '条件を外したときの件数' });
    await ways.getByRole('listitem').filter({ hasText: '「存在しない言葉」の条件を外す' }).getByText('1件').waitFor();
    await ways.getByRole('listitem').filter({ hasText: '「橋りょう」の条件を外す' }).getByText('0件').waitFor();
    await expectAccessible(page, '12-search-nothing');
    await ways.getByRole('link', { name: '「存在しない言葉」の条件を外す' }).click();
    await page.locator('[data-row]').first().waitFor();
  });

  step('sees «約» where counting stopped, and the exact number when asked for', async () => {
    const uow = stage.town.app.get(UnitOfWork);
    // Behind the document itself, which is what the preview shows.
    await uow.run(() =>
      uow.change(sql`
        insert into search.search_document (fy, document_id, sort_on, state, matter_type, drafter_staff_no, owner_unit, confidentiality, amount, decided, serials, folded, grams, layout, card)
        select fy, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, sort_on, state, matter_type, drafter_staff_no, owner_unit, confidentiality, amount, decided, serials, folded, grams, layout, card
        from search.search_document cross join generate_series(1, 1200) n where card->>'title' = ${OPEN}`),
    );
    const page = await stage.seat('chiba');
    await page.goto(`/search?q=${encodeURIComponent('点検業務委託')}`);
    await page.getByText('約1,000件以上', { exact: true }).first().waitFor();
    const facets = page.getByRole('navigation', { name: '絞り込み' });
    await facets.getByRole('button', { name: '正確に数える' }).click();
    await facets.getByRole('link', { name: /1,201/ }).first().waitFor();
    await page.getByRole('button', { name: '正確に数える' }).click();
    await page.getByText('1,201件', { exact: true }).first().waitFor();
    await page.screenshot({ path: 'test-results/12-search-exact.png' });
    await uow.run(() =>
      uow.change(
        sql`delete from search.search_document d where not exists (select from search.indexed_document i where i.document_id = d.document_id)`,
      ),
    );
  });

  step('has only the hits near the view in the page, of ten thousand', async () => {
    const page = await stage.seat('chiba');
    await page.route(/\/api\/v1\/search\?/u, async (route) => {
      const response = await route.fetch();
      const body = await response.json();
      const [hit] = body.items;
      const items = Array.from({ length: 10_000 }, (_, n) =>
        n === 0 ? hit : { ...hit, documentId: idOf(n), title: `${n}番目の文書`, titleMarks: [] },
      );
      await route.fulfill({ response, json: { ...body, items, nextCursor: null } });
    });
    await results(page);
    await page.getByRole('link', { name: '1番目の文書', exact: true }).waitFor();
    const inThePage = () => page.locator('[data-row]').count();
    expect(await inThePage()).toBeLessThan(100);
    await page.evaluate(TO_THE_END);
    await page.getByRole('link', { name: '9999番目の文書', exact: true }).waitFor();
    expect(await inThePage()).toBeLessThan(100);
    expect(await page.evaluate('document.scrollingElement.scrollHeight - innerHeight')).toBeLessThanOrEqual(0);
    await page.unroute(/\/api\/v1\/search\?/u);
  });

  step('prints the list with its conditions, its count, the day and the name', async () => {
    const page = await stage.seat('chiba');
    await results(page);
    await page.getByRole('link', { name: '印刷', exact: true }).click();
    const main = page.getByRole('main');
    await main.getByRole('cell', { name: OPEN }).waitFor();
    for (const words of ['橋りょう', '1件', '千葉']) await main.getByText(words).first().waitFor();
    await expectAccessible(page, '12-search-print');
    const paper = await page.pdf({ format: 'A4', landscape: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  });

  for (const [name, options] of WIDTHS) {
    step(`sees the results on a screen of another kind (${name})`, async () => {
      const page = await stage.seat('chiba', options);
      if (name === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
      await results(page);
      await expectAccessible(page, `12-search-${name}`);
    });
  }

  step('finds a word that stands only on a scanned page, and sees it marked on the picture', async () => {
    await submitWithPaper(stage.town, { subject: '点検報告の受領について' }, await scannedLetter());
    await deliverOwed(stage.town, 'scans.');
    await deliverOwed(stage.town, 'search.');
    const page = await stage.seat('hara');
    await page.goto(`/search?q=${encodeURIComponent(SEEN_WORD)}`);
    await page.getByText(/^添付 p\.1/).waitFor();
    await eventually(
      () => page.evaluate<string[]>(`[...(CSS.highlights.get('found') ?? [])].map(String)`),
      (marked) => marked.some((text) => text.replaceAll(/\s/gu, '') === SEEN_WORD),
    );
    await expectAccessible(page, '12-search-scan');
  });

  step('corrects what was read wrongly, finds it at once, and takes the earlier text again', async () => {
    const page = await stage.seat('hara');
    const hara = await stage.town.as('hara');
    const found = async () => (await hara.get(`/search?q=${encodeURIComponent('訂正済標識')}`)).body.items.length;
    await page.goto(`/search?q=${encodeURIComponent(SEEN_WORD)}`);
    await page.getByText(/^添付 p\.1/).waitFor();
    await page.getByRole('button', { name: '文字', exact: true }).click();
    const text = page.getByLabel('1ページの文字', { exact: true });
    await text.waitFor();
    const before = await text.inputValue();
    await text.fill(`${before}\n訂正済標識`);
    await page.getByRole('button', { name: '訂正を保存' }).click();
    await page.getByText(/^第1版 原/).waitFor();
    await expectAccessible(page, '12-search-corrected');
    expect(await found()).toBe(1);
    await page.getByRole('button', { name: /^この版に戻す 認識したまま/ }).click();
    await page.getByText(/^第2版 原/).waitFor();
    expect(await page.getByLabel('1ページの文字', { exact: true }).inputValue()).toBe(before);
    expect(await found()).toBe(0);
    for (const [name, options] of WIDTHS.slice(0, 3)) {
      const other = await stage.seat('hara', options);
      if (name === 'en') await other.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
      await other.goto(`/search?q=${encodeURIComponent(SEEN_WORD)}`);
      // On the tablet the results have no pane beside them: the hit opens at its page.
      if (name === 'tablet') await other.getByRole('link', { name: '点検報告の受領について' }).click();
      await other.getByRole('button', { name: name === 'en' ? 'Text' : '文字', exact: true }).click();
      await other.getByText(name === 'en' ? /^Version 2 / : /^第2版 原/).waitFor();
      await expectAccessible(other, `12-search-corrected-${name}`);
    }
  });

  step('finds a receipt beside documents by a page of its file, and opens it at that page (SEA-40)', async () => {
    const clerk = await stage.town.as('s1055');
    const letter = {
      section: 'S31',
      kind: 'inquiry',
      subject: '橋りょう点検に係る照会について',
      sender: '神奈川県県土整備局長',
    };
    const { body: receipt } = await clerk.post('/receipts', letter);
    const paper = await specification(stage.town);
    const { body: upload } = await clerk.upload(paper.name, paper.buffer);
    expect((await clerk.post(`/receipts/${receipt.id}/attachments`, { uploadId: upload.id })).status).toBe(201);
    await deliverOwed(stage.town, 'scans.');
    for (const [name, options] of WIDTHS.slice(0, 3)) {
      const page = await stage.seat('hara', options);
      if (name === 'en') await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
      await page.goto(`/search?q=${encodeURIComponent('橋りょう点検')}`);
      const facets = page.getByRole('navigation', { name: name === 'en' ? 'Narrow down' : '絞り込み' });
      await facets.getByRole('link', { name: name === 'en' ? 'Receipt' : '収受' }).click();
      await page.waitForURL(/kind=/);
      await page.getByRole('link', { name: letter.subject }).first().waitFor();
      await expectAccessible(page, `12-search-receipt-${name}`);
    }
    const page = await stage.seat('hara');
    await page.goto(`/search?q=${encodeURIComponent(RARE_WORD)}`);
    await page.getByText(/^添付 p\.1/).waitFor();
    await page.getByRole('link', { name: letter.subject }).click();
    await page.waitForURL(new RegExp(`/receipts/${receipt.id}.*page=1`));
    await eventually(
      () => page.evaluate<string[]>(`[...(CSS.highlights.get('found') ?? [])].map(String)`),
      (marked) => marked.some((text) => text.replaceAll(/\s/gu, '') === RARE_WORD),
    );
    await expectAccessible(page, '12-search-receipt-page');
  });

  step('jumps to a fiscal year, narrows by what filing says, and takes a package with the files', async () => {
    const old = { subject: '橋りょう点検の通知について', sender: '神奈川県', arrivalAt: '2025-03-10T10:00:00+09:00' };
    const clerk = await stage.town.as('s1055');
    const late = { section: 'S31', kind: 'general', receive: false, backDatingReason: '移行時の登録のため' };
    expect((await clerk.post('/receipts', { ...old, ...late })).status).toBe(201);
    const page = await stage.seat('hara');
    await page.goto(`/search?q=${encodeURIComponent('橋りょう点検')}`);
    await page.getByText('4件', { exact: true }).waitFor();
    const facets = page.getByRole('navigation', { name: '絞り込み' });
    for (const name of ['所属', '起案時の所属', '分類', '保存期間', '満了年度', '廃棄保留', '公開区分', '媒体'])
      await facets.getByRole('heading', { name, exact: true }).waitFor();
    await page.getByRole('combobox', { name: '年度へ移動' }).selectOption({ label: '令和6年度' });
    await page.waitForURL(/startYear=2024/);
    await eventually(
      () => page.locator('[data-row]').allInnerTexts(),
      (titles) => titles.join() === old.subject,
    );
    await page.getByText('4件', { exact: true }).waitFor();
    await expectAccessible(page, '12-search-year');
    await page.getByRole('combobox', { name: '年度へ移動' }).selectOption('');
    await facets.getByRole('link', { name: /^電子/ }).click();
    await page.waitForURL(/medium=/);
    await page.getByRole('heading', { name: OPEN }).first().waitFor();
    await page.locator('body').press('e');
    await page.getByRole('radio', { name: 'ファイル一式(ZIP)' }).check();
    await page.getByRole('textbox', { name: /理由/ }).fill('引継ぎのため');
    await page.getByRole('button', { name: '理由を記録して書き出す' }).click();
    await page.getByText(MAKING).first().waitFor();
    await deliverOwed(stage.town, 'search.');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /受け取る/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    await expectAccessible(page, '12-search-package');
  });

  step('goes through the hits with J and K, which the address follows, and opens one with O', async () => {
    const page = await stage.seat('hara');
    await page.goto(`/search?q=${encodeURIComponent('橋りょう点検')}`);
    const rows = page.locator('[data-row]');
    await rows.nth(1).waitFor();
    const titles = await rows.allInnerTexts();
    const preview = page.getByRole('region', { name: '選んだ文書' });
    const isShown = (n: number) => preview.getByRole('heading', { name: titles[n], exact: true }).first().waitFor();
    const body = page.locator('body');
    await isShown(0);
    await body.press('j');
    await page.waitForURL(/hit=/);
    await isShown(1);
    await body.press('k');
    await isShown(0);
    await body.press('j');
    await isShown(1);
    await body.press('o');
    await page.waitForURL(/\/(documents|receipts)\//);
    await page.getByRole('heading', { name: titles[1] }).first().waitFor();
  });

  step('shares a search with the unit, whose members see it', async () => {
    const page = await stage.seat('hara');
    await results(page);
    await page.locator('body').press('s');
    await page.getByRole('textbox', { name: '名前', exact: true }).fill('係の橋りょう');
    await page.getByRole('combobox', { name: '共有' }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'この条件を保存' }).click();
    await page.getByRole('link', { name: '係の橋りょう' }).waitFor();
    await expectAccessible(page, '12-search-shared');
    const colleague = await stage.seat('goto', { viewport: DESK, locale: 'en-US' });
    await colleague.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await results(colleague);
    await colleague.locator('body').press('s');
    await colleague.getByRole('link', { name: '係の橋りょう' }).waitFor();
    await expectAccessible(colleague, '12-search-shared-en');
  });
});
