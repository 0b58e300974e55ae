import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { EmbeddedPostgresError, locatedHome, stopEmbeddedPostgres } from '@fubako/platform/embedded-postgres';

import { refuseTakenPort } from './address';
import { type DataFolder, emptyDataFolder, holdsPartOfSampleTown, openDataFolder } from './data-folder';
import { greeting, leaveFigures } from './greeting';
import { Installation } from './installation';
import { LogFile } from './log-file';
import { serveOptions, type ServeOptions } from './options';
import { claim, endOrphan, release } from './process-file';
import { Refused } from './refused';
import type { Surroundings } from './supervised-process';

/** `dist/apps`, where the other programs lie; two folders above it stands package.json. */
const programs = join(__dirname, '..', '..', '..');

/**
 * `fubako serve [--fresh] [--verbose]`: runs the whole product on this machine until Ctrl-C or SIGTERM. Answers the exit
 * code; faults the operator can mend are printed as sentences.
 */
export async function serve(args: readonly string[]): Promise<number> {
  try {
    await runUntilStopped(serveOptions(args, process.env, join(programs, '..', '..')));
    return 0;
  } catch (error) {
    if (!(error instanceof Refused || error instanceof EmbeddedPostgresError)) throw error;
    console.error(`\n${error.message}`);
    return 1;
  }
}

async function runUntilStopped(options: ServeOptions): Promise<void> {
  const folder = await claimFolder(options);
  const log = new LogFile(folder.logs, options.verbose);
  const around: Surroundings = { folder, log, say: (sentence) => say(log, sentence) };
  const installation = new Installation(options, programs, around);
  const toldToStop = stopSignal();
  try {
    await Promise.race([bringUp(installation, options, around), toldToStop.then(() => installation.stop())]);
    await toldToStop;
    console.log('\nStopping …');
  } finally {
    await installation.stop();
    release(folder);
    await log.close();
  }
  console.log('Stopped.');
}

/**
 * With `--fresh`, and after a first start that was cut off while it loaded the sample town, the folder is emptied. Nothing of
 * it may be running meanwhile, so it is claimed before and again after.
 */
async function claimFolder(options: ServeOptions): Promise<DataFolder> {
  const cutOff = options.databaseUrl === undefined && holdsPartOfSampleTown(options.dataPath);
  const startOver = options.fresh || cutOff;
  if (cutOff)
    console.log('The last start was cut off while it loaded the sample town: loading it again from its beginning.');
  const folder = openDataFolder(options.dataPath);
  claim(folder, options.address.url);
  try {
    for (const name of startOver ? ['api', 'worker'] : []) await endOrphan(folder, name);
    await refuseTakenPort(options.address);
    if (!startOver) return folder;
    await stopEmbeddedPostgres(folder.postgres);
    rmSync(locatedHome(folder.postgres), { recursive: true, force: true });
    emptyDataFolder(options.dataPath);
  } catch (error) {
    release(folder);
    throw error;
  }
  const emptied = openDataFolder(options.dataPath);
  claim(emptied, options.address.url);
  return emptied;
}

async function bringUp(installation: Installation, options: ServeOptions, around: Surroundings): Promise<void> {
  console.log(`Starting Fubako on ${options.dataPath} …`);
  await installation.start();
  if (installation.stopping) return;
  const figures = { seconds: secondsSinceStart(), memory: installation.memory() };
  leaveFigures(around.folder, figures);
  console.log(await greeting(options.address, around.folder, figures));
}

/** FUBAKO_STARTED_AT is set by `npm start`, so that checking and building count. */
function secondsSinceStart(): number {
  const since = Number(process.env['FUBAKO_STARTED_AT']);
  return since > 0 ? (Date.now() - since) / 1000 : process.uptime();
}

/** Resolves at the first request to stop. npm passes Ctrl-C on a second time, so further ones are ignored. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve());
  });
}

function say(log: LogFile, sentence: string): void {
  log.write('serve', sentence);
  console.log(sentence);
}
