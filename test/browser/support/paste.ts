import type { Locator } from 'playwright-core';

/** Pastes text as a spreadsheet puts it on the clipboard. The program of the page is text because these ones know no DOM. */
export async function paste(input: Locator, text: string): Promise<void> {
  await input.focus();
  await input.page().evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  })()`);
}
