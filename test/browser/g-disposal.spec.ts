import { UnitOfWork, sql } from '@fubako/platform/database';
import { ListExpired } from '@fubako/records';
import { PARTS, approveAll, placeHold, seedFiles } from '../journeys/disposals';
import { reimportSettings } from '../journeys/scenarios';
import { PASSWORD } from '../journeys/town';
import { expectAccessible, look } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

const TABLET = { viewport: { width: 1112, height: 834 }, hasTouch: true } as const;
const EXPIRED = { expiresOn: '2026-03-31', fiscalYear: 2020 } as const;

let stage: Stage;
let url: string;

beforeAll(async () => {
  stage = await openStage();
  const { town } = stage;
  await reimportSettings(town as never, { disposalWaitingDays: 0 });
  const files = await seedFiles(town, 6, { ...EXPIRED, title: '道路占用許可' });
  const [withPaper] = await seedFiles(town, 2, {
    ...EXPIRED,
    title: '市道認定関係綴',
    firstVolume: 20,
    disposition: 'transfer',
  });
  await placeHold(
    town,
    { fileId: files[0]?.fileId ?? '' },
    { ground: 'lawsuit', caseNo: '令和8年(行ウ)第12号', on: '2026-05-01' },
  );
  const uow = town.app.get(UnitOfWork);
  await uow.run(() =>
    uow.change(sql`update records.record_file set medium = 'hybrid' where id = ${withPaper?.fileId ?? ''}`),
  );
  await uow.run(() =>
    uow.change(sql`
      insert into records.paper_record (id, file_id, title, documented_on, pages, disposition, registered_at, registered_by, registered_by_name)
      values (gen_random_uuid(), ${withPaper?.fileId ?? ''}, '認定図面', '2020-10-05', 12, false, '2020-10-05', '1055', '上田 久美子')`),
  );
  await uow.run(() =>
    uow.change(
      sql`insert into records.clock_witness (day, at, host_at) values (current_date - 1, now() - interval '1 day', now())`,
    ),
  );
  await town.app.get(ListExpired).run();
}, 180_000);
afterAll(() => stage?.close());

describe('what has expired, from the choice to the certificate', () => {
  const step = story(() => stage);

  step('深川, the head, finds the list of the section, with what is held locked', async () => {
    const page = await stage.seat('fukagawa');
    await page.goto('/disposal');
    await page.getByRole('link', { name: /福祉課 令和/ }).waitFor();
    await expectAccessible(page, 'g-1-disposals');
    await page.getByRole('link', { name: /福祉課 令和/ }).click();
    await page.getByText('廃棄保留(訴訟)').waitFor();
    url = page.url();
    expect(await page.getByRole('radio', { disabled: true }).count()).toBe(3);
    await page.getByRole('button', { name: /道路占用許可 第3冊/ }).click();
    await page.getByRole('link', { name: '道路占用許可3' }).waitFor();
    // DISP-3 The proposal says what makes it.
    await page.getByText('分類「20-01-01 契約」の基準').first().waitFor();
    await expectAccessible(page, 'g-2-assessment');
  });

  step('she chooses by key with a reason, the rest as proposed, and sends it on', async () => {
    const page = await stage.seat('fukagawa');
    await page.goto(url);
    await page
      .getByRole('group', { name: '「道路占用許可」の措置' })
      .nth(1)
      .getByRole('radio', { name: '廃棄' })
      .focus();
    await page.keyboard.press('e');
    await page.getByLabel('延長する年数').selectOption({ label: '3年' });
    await page.getByRole('dialog').getByRole('textbox').fill('係争の見込みがあるため');
    await expectAccessible(page, 'g-3-extension');
    await page.getByRole('dialog').getByRole('button', { name: '決める' }).click();
    await page.getByText('3年延長').waitFor();
    await page.getByRole('button', { name: '残りは基準案どおり' }).click();
    await page.getByText('0簿冊').waitFor();
    await expectAccessible(page, 'g-4-chosen');
    await page.getByRole('button', { name: '文書主管課へ送る' }).click();
    await page.getByText('対象から外れました').waitFor();
  });

  step(
    '千葉 of the records office reviews, 西村 of the archives gives the opinion, and the decision is drafted',
    async () => {
      const office = await stage.seat('chiba', TABLET);
      await office.goto(url);
      await office.getByRole('button', { name: '確認した' }).waitFor();
      await expectAccessible(office, 'g-5-review-tablet');
      await office.getByRole('button', { name: '確認した' }).click();
      await office.getByText('公文書館の意見の期限').waitFor();
      const archives = await stage.seat('s1096');
      await archives.goto(url);
      await archives.getByRole('button', { name: '意見を述べる' }).click();
      await archives.getByRole('dialog').getByRole('textbox').first().fill('歴史公文書に当たるものはありません。');
      await expectAccessible(archives, 'g-6-opinion');
      await archives.getByRole('dialog').getByRole('button', { name: '意見を述べる' }).click();
      await archives.getByText('公文書館の意見: 歴史公文書').waitFor();
      await office.goto(url);
      await office.getByRole('button', { name: '廃棄・移管の決裁を起案する' }).click();
      await office.getByText('決裁の途中です。').waitFor();
      const { body } = await (await stage.town.as(PARTS.office)).get(`/disposal-batches/${url.split('/').at(-1)}`);
      await approveAll(stage.town, body.documentId);
    },
  );

  step(
    'DISP-19 after a restore from an older backup all see that disposals are locked, and 千葉 releases them',
    async () => {
      const { dataSource } = stage.town.database;
      await dataSource.query(`
      insert into ledger.witness (name, size, taken_at, fault, failing_since, root)
      select '/mnt/kansa', coalesce(max(size), 0) + 240, now(), 'it holds more leaves than there are', now(), sha256('x') from ledger.checkpoint`);
      const page = await stage.seat('s1055');
      await page.goto(url);
      await page.getByRole('alert').getByText('廃棄・移管を止めています').waitFor();
      await expectAccessible(page, 'g-13-locked');
      const office = await stage.seat(PARTS.office);
      await office.goto('/disposal');
      // DISP-15 The registers of earlier years are a choice away.
      await office.getByLabel('帳簿の年度').selectOption({ label: '令和7年度' });
      const register = office.getByRole('link', { name: '廃棄簿 (CSV)' });
      expect(await register.getAttribute('href')).toMatch(/kind=destroyed&fiscalYear=2025$/);
      await office.getByText('証人 /mnt/kansa は、ここより240件多い記録を持っています。').waitFor();
      await office.getByRole('button', { name: '停止を解除する' }).click();
      const sheet = office.getByRole('dialog', { name: '停止を解除する' });
      await sheet.getByRole('textbox').fill('訴訟の保留1件を置き直した');
      await expectAccessible(office, 'g-14-release');
      await sheet.getByRole('button', { name: '停止を解除する' }).click();
      await sheet.waitFor({ state: 'detached' });
      await office.getByRole('alert').waitFor({ state: 'detached' });
      await expectAccessible(office, 'g-15-released');
    },
  );

  step(
    '内田 confirms the volume, 上田 types the count, the worker destroys, and the certificate is there',
    async () => {
      const auditor = await stage.seat('s1125');
      await auditor.goto(url);
      await auditor.getByRole('button', { name: '件数を承認する' }).click();
      await auditor.getByRole('dialog').getByRole('textbox').fill('4');
      await auditor.getByRole('dialog').getByRole('button', { name: '件数を承認する' }).click();
      await auditor.getByText('内田 亮が件数を承認しました。').waitFor();
      const page = await stage.seat('s1055');
      await page.goto(url);
      await page.getByRole('button', { name: '廃棄を実行する' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('5');
      await page.getByRole('dialog').getByRole('button', { name: '廃棄を実行する' }).click();
      await page.getByRole('dialog').getByRole('alert').waitFor();
      // The refusal is meant, and the browser tells of it.
      expect(stage.faults.take()).toEqual([expect.stringContaining('422')]);
      await expectAccessible(page, 'g-7-wrong-count');
      await page.getByRole('dialog').getByRole('textbox').fill('4');
      await page.getByRole('dialog').getByRole('button', { name: '廃棄を実行する' }).click();
      await page.getByRole('link', { name: '廃棄証明書(PDF)' }).waitFor({ timeout: 60_000 });
      await expectAccessible(page, 'g-8-executed');
    },
  );

  step('西村 has the package for the archives made, and takes it', async () => {
    const page = await stage.seatAnew('s1096');
    await page.goto(url);
    await page.getByRole('button', { name: '移管資料を作る' }).click();
    const link = page.getByRole('link', { name: '移管資料を保存する' });
    await link.waitFor({ timeout: 60_000 });
    await link.scrollIntoViewIfNeeded();
    await expectAccessible(page, 'g-11-package');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^移管資料_福祉課_.*\.zip$/);
    // ID-24: as if something that is 極秘 were among it, and the proof had grown old.
    const { dataSource } = stage.town.database;
    await dataSource.query(`update records.transfer_package set secrecies = '{none,top_secret}'`);
    await dataSource.query(`update identity.session set proven_at = proven_at - interval '1 hour'`);
    const taken = page.waitForEvent('download');
    await link.click();
    const proof = page.getByRole('dialog', { name: '本人確認' });
    await proof.getByLabel('パスワード').fill(PASSWORD);
    await proof.getByRole('button', { name: '確認して続ける' }).click();
    expect((await taken).suggestedFilename()).toMatch(/\.zip$/);
    expect(stage.faults.take()).toEqual([expect.stringContaining('403')]);
  });

  step('in English, too', async () => {
    const page = await stage.seat('s1096', { locale: 'en-US' });
    await page.addInitScript(`localStorage.setItem('fubako.locale', 'en')`);
    await page.goto(url);
    await page.getByRole('button', { name: 'Take the transferred files' }).waitFor();
    await look(page, 'g-9-english');
    await page.getByRole('button', { name: 'Take the transferred files' }).click();
    // TRANS-4 The paper is counted.
    const sheet = page.getByRole('dialog', { name: 'Take the transferred files' });
    await sheet.getByRole('textbox').fill('2');
    await sheet.getByRole('button', { name: 'Take the transferred files' }).click();
    await sheet.getByRole('alert').waitFor();
    expect(stage.faults.take()).toEqual([expect.stringContaining('422')]);
    await expectAccessible(page, 'g-12-wrong-pieces');
    await sheet.getByRole('textbox').fill('1');
    await sheet.getByRole('button', { name: 'Take the transferred files' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Inventory of the transfer (PDF)' }).first().waitFor();
    await expectAccessible(page, 'g-10-transferred');
  });
});
