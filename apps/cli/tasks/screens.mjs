// npm run screens -- http://127.0.0.1:3000 [--pictures] [desk|tablet|phone|zoom|narrow|everybody|ja|en …]: every screen of a
// running sample town in Japanese and English, in test-results/screens, and on sheets that can be read (sheet-ja-desk-1.png …).
// Says what axe finds (not with --pictures, which is quicker) and what does not fit. `everybody` lets each role look at each
// screen. Look at the sheets before a release.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

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
/** How pictures lie on a sheet: in so many columns, each so wide. */
const SHEET = { columns: 2, rows: 2, width: 980 };
const SHEETS = {
  phone: { columns: 5, rows: 1, width: 390 },
  zoom: { columns: 2, rows: 3, width: 720 },
  narrow: { columns: 5, rows: 1, width: 320 },
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
async function photograph(page, path, file, picturesOnly) {
  await page.goto(path);
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return [...(await page.evaluate(misfits)), ...(picturesOnly ? [] : await violations(page))];
}

/** All pictures of one manner side by side, on as many sheets as it takes. */
async function sheets(browser, { language, manner }, files) {
  const { columns, rows, width } = SHEETS[manner] ?? SHEET;
  const page = await browser.newPage({ viewport: { width: columns * (width + 8) + 8, height: 400 } });
  for (let at = 0; at < files.length; at += columns * rows) {
    const pictures = files
      .slice(at, at + columns * rows)
      .map(
        (file) => `<figure><figcaption>${basename(file)}</figcaption><img src="${pathToFileURL(file).href}"></figure>`,
      );
    const html = join(FOLDER, 'sheet.html');
    const style = `body{display:grid;grid-template-columns:repeat(${columns},${width}px);gap:8px;margin:8px}figure{margin:0}img{width:100%}figcaption{font:bold 13px sans-serif}`;
    writeFileSync(html, `<!doctype html><meta charset="utf-8"><style>${style}</style>${pictures.join('')}`);
    await page.goto(pathToFileURL(html).href);
    const name = `sheet-${language}-${manner}-${String(1 + at / (columns * rows)).padStart(2, '0')}.png`;
    await page.screenshot({ path: join(FOLDER, name), fullPage: true });
  }
  await page.close();
}

/** Every screen in one language and manner. @returns how many faults it has */
async function round(browser, { url, screens, sessions, language, manner, picturesOnly }) {
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
    for (const fault of await photograph(windows.get(role), path, file, picturesOnly)) {
      console.log(`${language} ${manner} ${role} ${path}: ${fault}`);
      faults += 1;
    }
    files.push(file);
  }
  for (const page of windows.values()) await page.context().close();
  await sheets(browser, { language, manner }, files);
  return faults;
}

const chosen = (all, wanted) => {
  const some = all.filter((one) => wanted.includes(one));
  return some.length > 0 ? some : all;
};

await task(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pictures: { type: 'boolean', default: false } },
  });
  const [url, ...wanted] = positionals;
  if (!url) throw new Sentence('Say where the town runs: npm run screens -- http://127.0.0.1:3000');
  const { screens, sessions, missing } = await screensOf(url, process.env.FUBAKO_PASSWORD ?? 'fubako-demo');
  for (const path of missing) console.error(`The town has nothing for ${path}.`);
  mkdirSync(FOLDER, { recursive: true });
  const { chromium } = require('playwright-core');
  const browser = await chromium.launch({ executablePath: findChromium(), args: switches });
  let faults = 0;
  try {
    for (const manner of chosen(Object.keys(MANNERS), wanted))
      for (const language of chosen(['ja', 'en'], wanted)) {
        const shown = manner === 'everybody' ? everybodyBefore(screens) : screens;
        faults += await round(browser, {
          url,
          screens: shown,
          sessions,
          language,
          manner,
          picturesOnly: values.pictures,
        });
        console.error(`${language} ${manner}: ${shown.length} pages`);
      }
  } finally {
    await browser.close();
  }
  if (faults > 0) throw new Sentence(`${faults} faults`);
});
