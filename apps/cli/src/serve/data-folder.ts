import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Refused } from './refused';

/** The folder that holds everything one installation writes: database, objects, logs, process files. */
export interface DataFolder {
  readonly path: string;
  readonly postgres: string;
  readonly logs: string;
  /** process files, and the figures of the last start */
  readonly run: string;
}

interface Marker {
  readonly product: 'fubako';
  readonly createdAt: string;
  /** when its loading began */
  readonly sampleTownBegunAt?: string;
  /** when it was completely loaded; absent after a broken first start, which the next start begins again */
  readonly sampleTownAt?: string;
}

const markerName = 'fubako.json';

/** Opens the folder, making it when it is missing or empty. Refuses a folder that holds somebody else's files. */
export function openDataFolder(path: string): DataFolder {
  const folder: DataFolder = {
    path,
    postgres: join(path, 'postgres'),
    logs: join(path, 'logs'),
    run: join(path, 'run'),
  };
  if (!hasMarker(path)) {
    refuseForeign(path);
    mkdirSync(path, { recursive: true, mode: 0o755 });
    writeMarker(path, { product: 'fubako', createdAt: new Date().toISOString() });
  }
  for (const part of [folder.logs, folder.run]) mkdirSync(part, { recursive: true, mode: 0o700 });
  return folder;
}

/** Removes everything in the folder (`--fresh`). Refuses a folder without the marker file. */
export function emptyDataFolder(path: string): void {
  if (!hasMarker(path)) {
    refuseForeign(path);
    return;
  }
  // The marker goes last: an interrupted removal can be repeated.
  for (const name of readdirSync(path).filter((entry) => entry !== markerName)) {
    rmSync(join(path, name), { recursive: true, force: true });
  }
  rmSync(join(path, markerName));
}

export function holdsSampleTown(folder: DataFolder): boolean {
  return readMarker(folder.path).sampleTownAt !== undefined;
}

export function rememberSampleTownBegun(folder: DataFolder): void {
  writeMarker(folder.path, { ...readMarker(folder.path), sampleTownBegunAt: new Date().toISOString() });
}

/** Whether an earlier start was cut off while it loaded the sample town: nothing but a part of that town is in the folder. */
export function holdsPartOfSampleTown(path: string): boolean {
  const { sampleTownBegunAt, sampleTownAt } = readMarker(path);
  return sampleTownBegunAt !== undefined && sampleTownAt === undefined;
}

export function rememberSampleTown(folder: DataFolder): void {
  writeMarker(folder.path, { ...readMarker(folder.path), sampleTownAt: new Date().toISOString() });
}

function hasMarker(path: string): boolean {
  return existsSync(join(path, markerName)) && readMarker(path).product === 'fubako';
}

function readMarker(path: string): Partial<Marker> {
  try {
    return JSON.parse(readFileSync(join(path, markerName), 'utf8')) as Partial<Marker>;
  } catch {
    return {};
  }
}

function writeMarker(path: string, marker: Partial<Marker>): void {
  const unfinished = join(path, `${markerName}.tmp`);
  writeFileSync(unfinished, `${JSON.stringify(marker, undefined, 2)}\n`);
  renameSync(unfinished, join(path, markerName));
}

function refuseForeign(path: string): void {
  if (!existsSync(path) || readdirSync(path).length === 0) return;
  throw new Refused(
    `The folder ${path} holds files, but it is not a data folder of Fubako (no ${markerName}). Nothing was touched. ` +
      'Set FUBAKO_DATA to an empty or a new folder.',
  );
}
