import type { Page } from 'playwright-core';

const ENTER = { code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };

/**
 * Writes a word through a kana-kanji conversion where the focus is, and confirms it with Enter as Chromium tells it (the key
 * before the end of the conversion) and once more as Safari does (after it, by its key code alone).
 */
export async function convert(page: Page, reading: string, word: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', {
    text: reading,
    selectionStart: reading.length,
    selectionEnd: reading.length,
  });
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', ...ENTER });
  await cdp.send('Input.insertText', { text: word });
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', ...ENTER });
}
