import type { Page } from 'playwright-core';
import { expectAccessible, inkOf } from './looks';
import { RARE_WORD } from './papers';

/** The specification stands in the page: drawn, and its words can be read. */
export async function expectDrawn(page: Page): Promise<void> {
  const first = page.getByRole('region', { name: '1ページ' });
  await first.getByText(RARE_WORD).waitFor({ state: 'attached' });
  expect(await inkOf(first.locator('canvas'))).toBeGreaterThan(500);
}

/** Two enclosures beside each other, as wide as the reader left them, pages by key; then the sheet again. */
export async function putBeside(page: Page): Promise<void> {
  await page.getByRole('button', { name: '2つの添付を並べて見る' }).click();
  const line = page.getByRole('separator', { name: /左右の幅/ });
  await line.press('ArrowRight');
  await page.reload();
  await page.getByRole('region', { name: '並べた添付' }).getByRole('tab', { name: '参考見積.docx' }).waitFor();
  expect(await line.getAttribute('aria-valuenow')).toBe('52');
  await expectDrawn(page);
  await page
    .getByRole('group', { name: /PDFのページ/ })
    .first()
    .press('+');
  await page.getByText('125%').first().waitFor();
  await expectAccessible(page, '6-beside');
  await page.getByRole('button', { name: '起案用紙に戻る' }).click();
}
