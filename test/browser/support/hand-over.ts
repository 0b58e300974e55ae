import type { Page } from 'playwright-core';

/** Lets files fall on the place for them as the desktop does. The program is text because these ones know no DOM. */
export async function dropFiles(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  await page.locator('[data-file-drop]').waitFor();
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    for (const { name, text } of ${JSON.stringify(files)}) data.items.add(new File([text], name, { type: 'text/plain' }));
    for (const type of ['dragover', 'drop'])
      document.querySelector('[data-file-drop]')
        .dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  })()`);
}

/** Pastes a file as a program that copied a picture puts it on the clipboard. */
export async function pasteFile(page: Page, file: { name: string; type: string; bytes: Buffer }): Promise<void> {
  const { name, type } = file;
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(file.bytes.toString('base64'))}), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], ${JSON.stringify(name)}, { type: ${JSON.stringify(type)} }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
}
