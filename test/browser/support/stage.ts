import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { projectRoot } from '@fubako/platform/config';
import { migrateJobs } from '@fubako/platform/jobs';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { ProductModule } from '../../../apps/product/src';
import { WorkerModule } from '../../../apps/worker/src/worker.module';
import {
  type LivingTown,
  PASSWORD,
  type Person,
  type Town,
  openTown,
  openTownToday,
  signIn,
} from '../../journeys/town';
import { findChromium } from './chromium';
import { Faults } from './faults';

const { switches } = JSON.parse(
  readFileSync(join(projectRoot, 'apps/cli/tasks/lib/chromium-switches.json'), 'utf8'),
) as { switches: string[] };
const FLAGS = [...switches, '--disable-quic', '--no-first-run', '--disable-component-update'];

/** Those who work here have been through their first day; the tour has a story of its own. */
const SEEN_THE_TOUR = [{ name: 'fubako.tour', value: 'left' }];

export const DESK = { width: 1440, height: 900 } as const;

/** The town with its worker, seen through one Chromium in which every person has a window of their own. */
export interface Stage {
  readonly town: LivingTown;
  readonly faults: Faults;
  /** A fresh window without session. */
  window(options?: BrowserContextOptions): Promise<Page>;
  /** The windows that stand open. */
  readonly windows: readonly Page[];
  closeWindows(): Promise<void>;
  /** A window in which the person is signed in already. */
  seat(login: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same with a session of its own, whose token changes with every proof. */
  seatAnew(login: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/**
 * @param settings of the municipality, where they differ from the sample town's
 * @param environment settings of the processes
 */
export async function openStage(settings: object = {}, environment: NodeJS.ProcessEnv = {}): Promise<Stage> {
  const town = await openTownToday(settings, environment);
  const [worker, browser] = await Promise.all([startWorker(town), startBrowser()]);
  return stageOf(town, browser, () => worker.close());
}

/** A town whose clock stands: the same things are on the screens on every day. Nothing is done behind them. @param now instant */
export async function openStillStage(now: string): Promise<Stage & { readonly town: Town }> {
  const town = await openTown(now);
  return { ...stageOf(town, await startBrowser(), () => Promise.resolve()), town };
}

function stageOf(town: LivingTown, browser: Browser, closeOthers: () => Promise<void>): Stage {
  const faults = new Faults();
  const windows: Page[] = [];
  const hosts = [town.url, town.url.replace('127.0.0.1', 'localhost')];
  const window = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      baseURL: town.url,
      viewport: DESK,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
      storageState: { cookies: [], origins: hosts.map((origin) => ({ origin, localStorage: SEEN_THE_TOUR })) },
      ...options,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    faults.watch(page);
    windows.push(page);
    return page;
  };
  const sitting = async ({ cookie }: Person, options?: BrowserContextOptions) => {
    const page = await window(options);
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: town.url, httpOnly: true, sameSite: 'Lax' }]);
    return page;
  };
  return {
    town,
    faults,
    windows,
    window,
    async closeWindows() {
      for (const page of windows.splice(0)) await page.context().close();
    },
    seat: async (login, options) => sitting(await town.as(login), options),
    seatAnew: async (login, options) => sitting(await signIn(town.url, login), options),
    async close() {
      await browser.close();
      await closeOthers();
      await town.close();
    },
  };
}

/** In the same process, so that a journey is one process to start and to end. */
async function startWorker({ settings: { ofWorker }, database }: LivingTown): Promise<INestApplicationContext> {
  await migrateJobs(database.ownerUrl);
  return NestFactory.createApplicationContext(WorkerModule.with(ofWorker, ProductModule.with(ofWorker)), {
    logger: false,
    abortOnError: false,
  });
}

function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS, headless: true });
}

/** Opens the product as somebody who is not signed in. */
export async function knock(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { name: '浜見町 文箱' }).waitFor();
}

/** Signs in as a person does: through the form. */
export async function signInByForm(page: Page, login: string): Promise<void> {
  await page.getByLabel('利用者ID').fill(login);
  await page.getByLabel('パスワード').fill(PASSWORD);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await page.getByRole('navigation', { name: '画面' }).waitFor();
}
