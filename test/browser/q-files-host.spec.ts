import { readFile } from 'node:fs/promises';
import { freePort } from '@fubako/platform/embedded-postgres';
import type { Page } from 'playwright-core';
import { expectAccessible } from './support/looks';
import { type Stage, openStage } from './support/stage';
import { story } from './support/story';

/** SCN-45 in a browser: pages know one address, and the file comes from another. */
const WORDS = '<script>alert(document.domain)</script>控え';

let stage: Stage;
let files: string;
let documentId: string;
beforeAll(async () => {
  const PORT = String(await freePort());
  files = `http://localhost:${PORT}`;
  stage = await openStage({}, { PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}`, FILES_URL: files });
  const hara = await stage.town.as('hara');
  const fields = { subject: '控えの件', addressee: '区長会長', body: '次のとおり。' };
  documentId = (await hara.post('/documents', { matterType: 'notice', fields, attributes: {} })).body.id;
  const upload = await hara.upload('控え.txt', Buffer.from(WORDS));
  await hara.post(`/documents/${documentId}/attachments`, { uploadId: upload.body.id });
  const { body } = await hara.get(`/documents/${documentId}`);
  expect((await hara.post(`/documents/${documentId}/submissions`, { expectedVersion: body.version })).status).toBe(201);
});
afterAll(() => stage?.close());

const step = story(() => stage);

async function takenOut(page: Page): Promise<{ name: string; text: string; url: string }> {
  const taken = page.waitForEvent('download');
  await page.getByRole('link', { name: '原本を保存' }).first().click();
  const download = await taken;
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text, url: download.url() };
}

describe('SCN-45 an original from the second host name', () => {
  step(
    'it arrives under its own name, unchanged, and the page stays where it is; twice, by a link that knows nothing of it',
    async () => {
      const page = await stage.seat('hara');
      await page.goto(`/documents/${documentId}`);
      const address = page.url();
      for (const _ of [1, 2]) {
        const { name, text, url } = await takenOut(page);
        expect([name, text]).toEqual(['控え.txt', WORDS]);
        expect(url).toMatch(new RegExp(`^${files}/document/[\\w-]{43}$`));
      }
      expect(page.url()).toBe(address);
      expect(await page.context().cookies(files)).toEqual([]);
      await expectAccessible(page, 'q-01-after-the-download');
    },
  );

  step('its address gives nothing to the same browser afterwards', async () => {
    const page = await stage.seat('hara');
    await page.goto(`/documents/${documentId}`);
    const { url } = await takenOut(page);
    const again = await page.context().request.get(url);
    expect([again.status(), await again.text()]).toEqual([404, '']);
  });
});
