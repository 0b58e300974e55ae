// What a hand and an eye notice in a browser: rows that can be used, keys that answer, lists that scroll.
// Everything is measured inside the page; the programs that run there stand here as functions without outer names.

/** Notes when the first row stands and how long the page was blocked until then, and when a key has been painted. */
function observe() {
  window.seen = { rows: null, blocked: 0, paints: [] };
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries())
      if (window.seen.rows === null || startTime < window.seen.rows) window.seen.blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (document.querySelector('tr[data-key]')) window.seen.rows = performance.now();
    else requestAnimationFrame(look);
  };
  look();
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.seen.paints.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    true,
  );
}

/** Scrolls a list and notes the time between frames. */
async function scrollThrough(selector) {
  const list = document.querySelector(selector);
  const frames = [];
  let last = performance.now();
  for (let at = 0; at < 150; at += 1) {
    list.scrollTop += 900;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(performance.now() - last);
    last = performance.now();
  }
  return { frames: frames.slice(5), nodes: list.querySelectorAll('*').length, height: list.scrollHeight };
}

/** Notes how long the row under the cursor stays after a key, until the frame without it has been painted. */
function observeLeaving() {
  window.left = [];
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const row = document.querySelector('tr[aria-current]');
      const look = () => {
        if (row.isConnected) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.left.push(performance.now() - timeStamp);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    },
    true,
  );
}

/** Settles when so many rows have left. */
function untilLeft(count) {
  const until = performance.now() + 30_000;
  return new Promise((settle, fail) => {
    const look = () => {
      if (window.left.length >= count) settle();
      else if (performance.now() > until) fail(new Error(`Of ${count} rows ${window.left.length} have left.`));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Counts clicks, and notes how long after the last one the sheet, and then the outcome, have been painted. */
function observeSheets() {
  window.clicks = 0;
  window.stood = {};
  const awaited = [
    ['sheet', 'button', /件を.*する$/u],
    ['outcome', ':is(h1, h2, h3)', /件を処理しました$/u],
  ];
  let clicked = 0;
  addEventListener('pointerdown', () => (window.clicks += 1), true);
  addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), true);
  const look = () => {
    const [name, selector, words] = awaited[0];
    const stands = [...document.querySelectorAll(`[role=dialog] ${selector}`)].some((one) =>
      words.test(one.textContent),
    );
    if (stands) {
      const since = clicked;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.stood[name] = performance.now() - since);
      port2.postMessage(null);
      awaited.shift();
    }
    if (awaited.length > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** A machine four times as slow behind 10 Mbit/s and 20 ms. */
async function slowDown(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: 1_250_000,
    uploadThroughput: 1_250_000,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

const rows = (page) => page.locator('tr[data-key]');

/** Opens the inbox with an empty cache. @returns ms until rows stand, ms blocked until then */
export async function openSlowly(window) {
  const page = await window();
  await page.addInitScript(observe);
  await slowDown(page);
  await page.goto('/inbox');
  await rows(page).nth(20).waitFor();
  await page.waitForTimeout(500);
  const { rows: shown, blocked } = await page.evaluate(() => window.seen);
  await page.context().close();
  return { shown, blocked };
}

/** @returns ms from key to paint of one walk down the list */
export async function walk(window, { slow, steps }) {
  const page = await window();
  await page.addInitScript(observe);
  if (slow) await slowDown(page);
  await page.goto('/inbox');
  await rows(page).nth(20).waitFor();
  await page.waitForTimeout(1000);
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('j');
    await page.waitForTimeout(150);
  }
  const { paints } = await page.evaluate(() => window.seen);
  await page.context().close();
  return paints.slice(3);
}

/** The list of hits with ten thousand rows: the answer of the API, its hits repeated under names of their own. */
export async function scrollTenThousand(window) {
  const page = await window();
  await page.route(/\/api\/v1\/search\?/, async (route) => {
    const answer = await (await route.fetch()).json();
    const items = Array.from({ length: 10_000 }, (_, at) => {
      const hit = answer.items[at % answer.items.length];
      return {
        ...hit,
        documentId: `${hit.documentId.slice(0, -5)}${String(at).padStart(5, '0')}`,
        title: `${hit.title} ${at}`,
      };
    });
    await route.fulfill({ json: { ...answer, items, nextCursor: null } });
  });
  await page.goto(`/search?q=${encodeURIComponent('契約')}`);
  await page.getByRole('list', { name: '検索結果' }).getByRole('link').first().waitFor();
  const box = page.getByRole('list', { name: '検索結果' }).locator('..');
  await box.evaluate((element) => element.setAttribute('data-measured', ''));
  const result = await page.evaluate(scrollThrough, '[data-measured]');
  await page.context().close();
  return result;
}

/**
 * `count` documents, one key each. @param cpu what the processors have done so far, by whom
 * @returns ms from each key until its row had left, together, and until the server had all; until then, requests and processor time
 */
export async function approveOneByOne(window, { count, waiting, cpu }) {
  const page = await window();
  await page.addInitScript(observeLeaving);
  await page.goto('/inbox');
  await rows(page)
    .nth(count - 1)
    .waitFor();
  await page.getByRole('article', { name: '起案用紙' }).waitFor();
  const before = await waiting();
  let requests = 0;
  page.on('request', () => (requests += 1));
  const cpuBefore = await cpu();
  const started = performance.now();
  for (let keys = 1; keys <= count; keys += 1) {
    await page.keyboard.press('a');
    await page.evaluate(untilLeft, keys);
  }
  while ((await waiting()) > before - count) await page.waitForTimeout(50);
  const server = performance.now() - started;
  const cpuAfter = await cpu();
  const spent = Object.fromEntries(Object.entries(cpuAfter).map(([name, ms]) => [name, ms - cpuBefore[name]]));
  const left = await page.evaluate(() => window.left);
  await page.context().close();
  return { keys: left.length, machine: left.reduce((sum, ms) => sum + ms, 0), server, requests, spent };
}

/** `count` documents with three clicks. @returns ms from the click until the sheet stood, and from the confirmation to the outcome */
export async function approveInBulk(window, { count, waiting }) {
  const page = await window();
  await page.addInitScript(observeSheets);
  await page.goto('/inbox');
  await rows(page)
    .nth(count - 1)
    .waitFor();
  const before = await waiting();
  // From the row of the cursor, the first, down to the last of them.
  await rows(page)
    .nth(count - 1)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: `${count}件を承認` }).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: /件を.*する$/ });
  await confirm.waitFor();
  const confirmed = Number.parseInt(await confirm.innerText(), 10);
  await confirm.click();
  await page.getByRole('dialog', { name: /件を処理しました$/ }).waitFor();
  // The frame that shows it has been painted, too.
  await page.waitForTimeout(200);
  const { clicks, stood } = await page.evaluate(() => ({ clicks: window.clicks, stood: window.stood }));
  const missed = confirmed - (before - (await waiting()));
  await page.context().close();
  return { clicks, confirmed, missed, ...stood };
}
