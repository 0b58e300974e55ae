import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { isRunning, startTicksOf } from '@fubako/platform/embedded-postgres';

import type { DataFolder } from './data-folder';
import { Refused } from './refused';

/** A process of this data folder: the start time tells it from a stranger that got the same id later. */
interface ProcessFile {
  readonly pid: number;
  readonly startTicks: number | undefined;
  readonly address?: string;
}

/** Claims the folder for this supervisor. Refuses while another one lives. */
export function claim(folder: DataFolder, address: string): void {
  const file = fileOf(folder, 'supervisor');
  const other = read(file);
  if (other && other.pid !== process.pid && lives(other)) {
    throw new Refused(
      `Fubako already runs on ${folder.path} (process ${other.pid}): open ${other.address}, or stop it first.`,
    );
  }
  rmSync(file, { force: true });
  try {
    writeFileSync(file, describe(process.pid, address), { flag: 'wx' });
  } catch {
    throw new Refused(`Fubako is just being started on ${folder.path} by another process.`);
  }
}

export function release(folder: DataFolder): void {
  rmSync(fileOf(folder, 'supervisor'), { force: true });
}

export function remember(folder: DataFolder, name: string, pid: number): void {
  writeFileSync(fileOf(folder, name), describe(pid));
}

export function forget(folder: DataFolder, name: string): void {
  rmSync(fileOf(folder, name), { force: true });
}

/** Ends a process that a killed supervisor left behind; answers its id when there was one. Never ends a stranger. */
export async function endOrphan(folder: DataFolder, name: string): Promise<number | undefined> {
  const orphan = read(fileOf(folder, name));
  forget(folder, name);
  if (!orphan || !lives(orphan)) return undefined;
  await endProcess(orphan.pid, 5_000);
  return orphan.pid;
}

/** Asks a process to end, and after the given patience makes it end. */
export async function endProcess(pid: number, patienceMs: number): Promise<void> {
  if (!signal(pid, 'SIGTERM')) return;
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(50)) if (!isRunning(pid)) return;
  signal(pid, 'SIGKILL');
  for (const deadline = Date.now() + 2_000; Date.now() < deadline; await wait(50)) if (!isRunning(pid)) return;
}

function lives(file: ProcessFile): boolean {
  if (!isRunning(file.pid)) return false;
  return file.startTicks === undefined || file.startTicks === startTicksOf(file.pid);
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function fileOf(folder: DataFolder, name: string): string {
  return join(folder.run, `${name}.json`);
}

function read(file: string): ProcessFile | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as ProcessFile;
    return Number.isInteger(found.pid) ? found : undefined;
  } catch {
    return undefined;
  }
}

function describe(pid: number, address?: string): string {
  return `${JSON.stringify({ pid, startTicks: startTicksOf(pid), address })}\n`;
}
