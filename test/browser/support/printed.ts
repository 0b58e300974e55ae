import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import type { Page } from 'playwright-core';
import { eventually } from '../../support/eventually';
import { pdfText, squashed } from '../../journeys/pdf-text';

/** Keeps a PDF beside the pictures, `test-results/<name>.pdf`. */
export function keepPdf(name: string, bytes: Uint8Array): void {
  const folder = join(projectRoot, 'test-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), bytes);
}

const COUNTED = `window.asked = 0; window.print = () => { window.asked += 1; };`;
const asked = (page: Page) => page.evaluate<number>('window.asked');

/** Prints by act and by Ctrl+P, which ask the browser once each. @returns the text of the paper, without white space */
export async function printedScreen(page: Page, name: string): Promise<string> {
  await page.evaluate(COUNTED);
  await page.getByRole('button', { name: '印刷する', exact: true }).click();
  await eventually(
    () => asked(page),
    (n) => n === 1,
  );
  await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
  await page.keyboard.press('Control+p');
  await eventually(
    () => asked(page),
    (n) => n === 2,
  );
  await page.emulateMedia({ media: 'print' });
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.emulateMedia({ media: null });
  keepPdf(name, bytes);
  return squashed(await pdfText(bytes));
}
