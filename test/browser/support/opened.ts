import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually';

const OPENED = '[role=dialog], [role=alertdialog], [role=menu]';
/** How long a sheet may take whose program is still to come. */
const PATIENCE_MS = 600;
/** Rows and lines have the same buttons: those of the first one are enough. */
const BUTTONS = `[...document.querySelectorAll('main button:enabled, main [role=button]')]
  .filter((one) => one.checkVisibility() && !one.closest('tr')?.previousElementSibling && !one.closest('li')?.previousElementSibling)
  .map((one) => (one.getAttribute('aria-label') ?? one.textContent).trim())`;
const BUSY = JSON.stringify({ status: 503, code: 'platform.busy', title: 'busy', detail: '混み合っています。' });

/** From here on nothing that is clicked changes the town: whatever writes hears that the server is too busy. */
export async function refuseWrites(page: Page): Promise<void> {
  await page.route('**/api/v1/**', (route) =>
    route.request().method() === 'GET'
      ? route.fallback()
      : route.fulfill({ status: 503, contentType: 'application/problem+json', body: BUSY }),
  );
  await page.addInitScript('window.print = () => undefined');
}

/** What the browser says of calls that were refused above. */
export const isRefusedWrite = (fault: string): boolean => /\b503\b/u.test(fault);

/**
 * Presses one button of each kind on the screen at `path`, and shows `look` what opens.
 * @returns what did not close with Escape, or closed without giving the focus back to its button
 */
export async function eachOpened(
  page: Page,
  path: string,
  look: (opened: Locator, name: string) => Promise<void>,
): Promise<string[]> {
  const faults: string[] = [];
  const names: string[] = await page.evaluate(BUTTONS);
  for (const name of new Set(names.filter((one) => one !== ''))) {
    if (new URL(page.url()).pathname + new URL(page.url()).search !== path)
      await page.goto(path, { waitUntil: 'networkidle' });
    const button = page
      .locator('main')
      .getByRole('button', { name, exact: true })
      .and(page.locator(':enabled'))
      .first();
    if (!(await button.isVisible())) continue;
    await button.click();
    const opened = page.locator(OPENED).last();
    const isOpen = await opened.waitFor({ timeout: PATIENCE_MS }).then(
      () => true,
      () => false,
    );
    if (!isOpen) continue;
    await look(opened, name);
    faults.push(...(await closed(page, button)).map((fault) => `${path} ${name}: ${fault}`));
  }
  return faults;
}

async function closed(page: Page, button: Locator): Promise<string[]> {
  await page.keyboard.press('Escape');
  const gone = await eventually(
    () => page.locator(OPENED).count(),
    (count) => count === 0,
    2_000,
  ).then(
    () => true,
    () => false,
  );
  if (!gone) return ['stays open after Escape'];
  const isBack = await eventually(
    () => button.and(page.locator(':focus')).count(),
    (count) => count === 1,
    1_000,
  ).then(
    () => true,
    () => false,
  );
  return isBack ? [] : ['the focus is not back at its button'];
}
