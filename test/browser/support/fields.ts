import type { Locator, Page } from 'playwright-core';

const WRITTEN = ['text', 'search', 'email', 'tel', 'url'].map((type) => `input[type=${type}]`);

/** Where words are written on the screen that is shown, or in a part of it, from the page itself: what is new is found without being named. */
export function wordFields(page: Page, within: Locator = page.locator('body')): Locator {
  return within
    .locator([...WRITTEN, 'input:not([type])', 'textarea', '[contenteditable=true]'].join(', '))
    .and(page.locator(':enabled:not([readonly])'))
    .and(page.locator(':visible'));
}

/** Notes every form that is sent, whoever starts it; once for each page. */
export const WATCH = `(() => {
  if (window.sent) return;
  window.sent = [];
  addEventListener('submit', () => window.sent.push('submit'), true);
})()`;

/** What must be the same after an Enter that ended a conversion: nothing sent, nowhere else, still in the same field. */
export async function stateAround(page: Page, field: Locator): Promise<object> {
  const sent = await page.evaluate<string[]>('window.sent');
  const dialogs = await page.locator('[role=dialog], [role=alertdialog]').count();
  const isHere = (await field.and(page.locator(':focus')).count()) === 1;
  return { sent, dialogs, isHere, url: page.url() };
}
