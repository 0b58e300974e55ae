// npm run bench:web: sizes of what is built, and what people at a browser notice, against the real API on a town of its own.
// The budgets stand beside the figures on standard error; exactly one JSON line goes to standard output.
import { createRequire } from 'node:module';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';

import { findChromium, signIn, switches, windowsOf } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { root, task } from './lib/project.mjs';
import { approveInBulk, approveOneByOne, openSlowly, scrollTenThousand, walk } from './lib/web-measures.mjs';

const COUNT = 50;
const BUDGETS = {
  first_js_kb: { atMost: 150 },
  first_css_kb: { atMost: 12 },
  largest_screen_kb: { atMost: 45 },
  pdf_viewer_kb: { atMost: 160 },
  pdf_worker_kb: { atMost: 400 },
  rows_usable_slow_ms: { atMost: 1600 },
  blocked_slow_ms: { atMost: 900 },
  key_paint_p50_ms: { atMost: 50 },
  key_paint_p95_ms: { atMost: 100 },
  key_paint_slow_p95_ms: { atMost: 250 },
  scroll_10k_frame_p95_ms: { atMost: 50 },
  one_by_one_keys: { exactly: COUNT },
  one_by_one_machine_ms: { atMost: 2000 },
  one_by_one_requests: 'report',
  one_by_one_page_cpu_ms: 'report',
  one_by_one_api_cpu_ms: 'report',
  bulk_clicks: { exactly: 3 },
  bulk_confirmed: { exactly: COUNT },
  bulk_missed: { exactly: 0 },
  bulk_sheet_ms: { atMost: 300 },
  bulk_server_ms: { atMost: 2000 },
};

/** Cases that wait at the desk of 深川, and documents in the index, made by the programs of the other benchmarks. */
async function fill(built, town, client) {
  const { APPROVER, WaitingCases } = built('waiting-cases');
  const { CLONING } = built('cloning-sql');
  await client.query(CLONING);
  const cases = await WaitingCases.prepare(client, town.url, APPROVER);
  // Those that are approved one by one and those that are approved at once.
  await cases.topUp(2 * COUNT + 10);
  await cases.fillIndex(200);
  const clerk = await built('clerk').Clerk.signIn(town.url, APPROVER.login);
  return { login: APPROVER.login, waiting: async () => (await clerk.send('GET', '/inbox/counts')).all };
}

/** How much processor time the pages of the browser and the API have used so far, in ms. */
async function usage(browser, apiCpu) {
  const system = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const pages = processInfo.filter(({ type }) => type === 'renderer');
    return { page: 1000 * pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0), api: apiCpu() ?? 0 };
  };
}

async function measure(window, { waiting, cpu, say }) {
  const opened = [];
  for (let run = 0; run < 5; run += 1) opened.push(await openSlowly(window));
  say('opened');
  const keys = await walk(window, { slow: false, steps: 40 });
  const slowKeys = await walk(window, { slow: true, steps: 30 });
  say('walked');
  const scrolled = await scrollTenThousand(window);
  say(`scrolled: ${scrolled.nodes} elements of 10,000 rows`);
  const single = await approveOneByOne(window, { count: COUNT, waiting, cpu });
  const bulk = await approveInBulk(window, { count: COUNT, waiting });
  return { opened, keys, slowKeys, scrolled, single, bulk };
}

/** @returns spreads of what was measured often, and one figure for each budget */
function figuresOf(seen, sizes, { rounded, spreadOf }) {
  const ms = {
    rows: spreadOf(seen.opened.map(({ shown }) => shown)),
    blocked: spreadOf(seen.opened.map(({ blocked }) => blocked)),
    keys: spreadOf(seen.keys),
    slowKeys: spreadOf(seen.slowKeys),
    frames: spreadOf(seen.scrolled.frames),
  };
  const figures = {
    first_js_kb: rounded(sizes.firstJs),
    first_css_kb: rounded(sizes.firstCss),
    largest_screen_kb: rounded(sizes.largestScreen),
    pdf_viewer_kb: rounded(sizes.pdfViewer),
    pdf_worker_kb: rounded(sizes.pdfWorker),
    rows_usable_slow_ms: ms.rows.p50,
    blocked_slow_ms: ms.blocked.p50,
    key_paint_p50_ms: ms.keys.p50,
    key_paint_p95_ms: ms.keys.p95,
    key_paint_slow_p95_ms: ms.slowKeys.p95,
    scroll_10k_frame_p95_ms: ms.frames.p95,
    one_by_one_keys: seen.single.keys,
    one_by_one_machine_ms: rounded(seen.single.machine),
    one_by_one_requests: seen.single.requests,
    one_by_one_page_cpu_ms: rounded(seen.single.spent.page),
    one_by_one_api_cpu_ms: rounded(seen.single.spent.api),
    one_by_one_server_ms: rounded(seen.single.server),
    bulk_clicks: seen.bulk.clicks,
    bulk_confirmed: seen.bulk.confirmed,
    bulk_missed: seen.bulk.missed,
    bulk_sheet_ms: rounded(seen.bulk.sheet),
    bulk_server_ms: rounded(seen.bulk.outcome),
  };
  return { ms, figures };
}

await task(async () => {
  const say = (line) => process.stderr.write(`${line}\n`);
  await ensureBuilt({ say });
  const require = createRequire(join(root, 'package.json'));
  const built = (name) => require(join(root, 'dist/apps/cli/src/bench', `${name}.js`));
  const { cpuMsOf, rounded } = built('figures');
  const sizes = built('web-sizes').webSizes(join(root, 'dist/web'));
  const { PASSWORD, openThrowAwayTown } = built('throw-away-town');
  const { chromium } = require('playwright-core');
  const { Client } = require('pg');
  const town = await openThrowAwayTown();
  const client = new Client({ connectionString: town.databaseUrl, application_name: 'fubako-bench' });
  const browser = await chromium.launch({ executablePath: findChromium(), args: switches });
  try {
    await client.connect();
    const { login, waiting } = await fill(built, town, client);
    const session = await signIn(town.url, login, PASSWORD);
    const cpu = await usage(browser, () => cpuMsOf(town.pid));
    const seen = await measure(windowsOf(browser, town.url, session), { waiting, cpu, say });
    const { ms, figures } = figuresOf(seen, sizes, built('figures'));
    const goals = built('goals').judge(BUDGETS, figures);
    const host = { cores: availableParallelism(), load: rounded(loadavg()[0]) };
    process.stdout.write(
      `${JSON.stringify({ bench: 'web', n: { count: COUNT, rows: 10_000 }, figures, ms, goals, host })}\n`,
    );
  } finally {
    await browser.close();
    await client.end();
    await town.close();
  }
});
