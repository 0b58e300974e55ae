import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually';

const FOLDER = join(projectRoot, 'test-results');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Runs in the page; as text because these programs know no DOM. */
const RUN_AXE = `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} }, resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => id + ' ' + html.slice(0, 200) + ' ' + failureSummary.replace(/\\s+/g, ' '))))`;

/** Keeps a picture of the screen, `test-results/<name>.png`. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** WCAG 2.2 A and AA as far as a machine can tell, and no sideways scrolling (1.4.10). Keeps a picture under `name`. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await look(page, name);
  // Evaluated by the browser's debugger, which the content security policy of the page does not bind.
  await page.evaluate(`typeof axe === 'undefined' && (() => { ${AXE} })()`);
  expect({ screen: name, violations: await page.evaluate<string[]>(RUN_AXE) }).toEqual({
    screen: name,
    violations: [],
  });
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect({ screen: name, sideways: Math.max(0, overflow) }).toEqual({ screen: name, sideways: 0 });
}

/** How many pixels of a canvas are dark; waits until there are some. */
export async function inkOf(canvas: Locator): Promise<number> {
  const count = `(canvas) => { const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0; for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0 && data[at] < 128) dark += 1; return dark; }`;
  return eventually(
    () => canvas.evaluate<number, unknown>(`(${count})(document.querySelector('canvas'))`, undefined),
    (dark) => dark > 0,
  );
}
