// npm run screens -- http://127.0.0.1:3000 [desk|tablet|phone|zoom|narrow|everybody …]: every screen of a running sample town in
// Japanese and English, in test-results/screens, with one sheet of all of them for each manner. Says what axe finds and what
// does not fit. `everybody` lets each role look at each screen. Look at the sheets before a release.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { findChromium, switches, windowsOf } from './lib/browser.mjs';
import { Sentence, root, task } from './lib/project.mjs';
import { everybodyBefore, screensOf } from './lib/screen-list.mjs';

const FOLDER = join(root, 'test-results/screens');
const MANNERS = {
  desk: { viewport: { width: 1440, height: 900 } },
  tablet: { viewport: { width: 1112, height: 834 }, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  zoom: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  narrow: { viewport: { width: 320, height: 640 } },
  everybody: { viewport: { width: 1440, height: 900 } },
};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const require = createRequire(join(root, 'package.json'));
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page. @returns what is wider than the window, and words that are cut off */
function misfits() {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const cut = [...document.querySelectorAll('button, a, th, label, h1, h2')].filter(
    (one) =>
      one.clientWidth > 1 &&
      one.scrollWidth > one.clientWidth + 1 &&
      getComputedStyle(one).overflowX === 'hidden' &&
      getComputedStyle(one).textOverflow !== 'ellipsis',
  );
  return [...(wide > 0 ? [`${wide}px too wide`] : []), ...cut.map((one) => `cut off: ${one.textContent}`)];
}

async function violations(page) {
  await page.evaluate(`typeof axe === 'undefined' && (() => { ${axe} })()`);
  return page.evaluate(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} }, resultTypes: ['violations'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => 'axe ' + id + ' ' + html.slice(0, 160))))`);
}

/** @returns faults of one screen, which is kept as a picture */
async function photograph(page, path, file) {
  await page.goto(path);
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return [...(await page.evaluate(misfits)), ...(await violations(page))];
}

/** All pictures of one manner side by side. */
async function sheet(browser, name, files) {
  const pictures = files.map(
    (file) => `<figure><img src="${pathToFileURL(file).href}"><figcaption>${file}</figcaption></figure>`,
  );
  const html = join(FOLDER, `${name}.html`);
  const style =
    'body{display:grid;grid-template-columns:repeat(4,1fr);gap:8px;margin:8px}figure{margin:0}img{width:100%;border:1px solid #888}figcaption{font:10px sans-serif}';
  writeFileSync(html, `<!doctype html><meta charset="utf-8"><style>${style}</style>${pictures.join('')}`);
  const page = await browser.newPage({ viewport: { width: 2000, height: 1000 } });
  await page.goto(pathToFileURL(html).href);
  await page.screenshot({ path: join(FOLDER, `sheet-${name}.png`), fullPage: true });
  await page.close();
}

/** Every screen in one language and manner. @returns how many faults it has */
async function round(browser, { url, screens, sessions, language, manner }) {
  const windows = new Map();
  const files = [];
  let faults = 0;
  for (const { role, path, name } of screens) {
    if (!windows.has(role)) {
      const page = await windowsOf(browser, url, sessions[role], { ...MANNERS[manner], reducedMotion: 'reduce' })();
      await page.addInitScript((tongue) => localStorage.setItem('fubako.locale', tongue), language);
      windows.set(role, page);
    }
    const file = join(FOLDER, `${language}-${manner}-${name}.png`);
    for (const fault of await photograph(windows.get(role), path, file)) {
      console.log(`${language} ${manner} ${role} ${path}: ${fault}`);
      faults += 1;
    }
    files.push(file);
  }
  for (const page of windows.values()) await page.context().close();
  await sheet(browser, `${language}-${manner}`, files);
  return faults;
}

await task(async () => {
  const [url, ...wanted] = process.argv.slice(2);
  if (!url) throw new Sentence('Say where the town runs: npm run screens -- http://127.0.0.1:3000');
  const { screens, sessions, missing } = await screensOf(url, process.env.FUBAKO_PASSWORD ?? 'fubako-demo');
  for (const path of missing) console.error(`The town has nothing for ${path}.`);
  mkdirSync(FOLDER, { recursive: true });
  const { chromium } = require('playwright-core');
  const browser = await chromium.launch({ executablePath: findChromium(), args: switches });
  let faults = 0;
  try {
    for (const manner of Object.keys(MANNERS).filter((one) => wanted.length === 0 || wanted.includes(one)))
      for (const language of ['ja', 'en']) {
        const shown = manner === 'everybody' ? everybodyBefore(screens) : screens;
        faults += await round(browser, { url, screens: shown, sessions, language, manner });
        console.error(`${language} ${manner}: ${shown.length} pages`);
      }
  } finally {
    await browser.close();
  }
  if (faults > 0) throw new Sentence(`${faults} faults`);
});
