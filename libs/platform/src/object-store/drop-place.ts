import type { Readable } from 'node:stream';

/** A file as it lies where a machine put it. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
  /** Changes with the file: two looks with one mark saw the same bytes. */
  readonly mark: string;
  /** It says by itself that it is whole: `name.done` lies beside it, or the place shows whole files only. */
  readonly whole: boolean;
}

export const DropKind = { folder: 'folder', bucket: 'bucket' } as const;
export type DropKind = (typeof DropKind)[keyof typeof DropKind];

/** What was put aside lies here, each in a folder of its own with the reason beside it. */
export const ASIDE = 'rejected';
export const REASON_FILE = '理由.txt';
export const DONE = '.done';

/** What machines write before a file has its name, and what desktops leave behind. */
const NOT_YET = /^[.~]|\.(?:done|part|partial|tmp|temp|filepart|crdownload|lock)$|^(?:thumbs\.db|desktop\.ini)$/i;
const INLET = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

/** Whether a name is that of a file that may be whole. */
export const isCandidate = (name: string): boolean => !NOT_YET.test(name);

/** @throws RangeError for a name that could lead out of its place */
export function demandInlet(inlet: string): string {
  if (!INLET.test(inlet)) throw new RangeError('Not the name of an inlet.');
  return inlet;
}

/**
 * 投入先: where scanners and other machines lay files down, a corner for each inlet. Foreign files: nothing here is trusted,
 * and nothing is taken away before the caller says that it is kept elsewhere.
 */
export abstract class DropPlace {
  abstract readonly kind: DropKind;

  /** Makes the corner where that is possible, so that it can be seen where files belong. */
  abstract prepare(inlet: string): Promise<void>;

  /** The files of a corner, oldest first. @throws ObjectStoreUnavailable */
  abstract list(inlet: string): Promise<DroppedFile[]>;

  /** @throws ObjectMissing when it is gone, or another one by now */
  abstract open(inlet: string, file: DroppedFile): Promise<Readable>;

  /** Takes it away unless it is another one by now. Safe to call twice. */
  abstract remove(inlet: string, file: DroppedFile): Promise<void>;

  /** Puts it where nobody looks for new files, with the reason beside it. Safe to call twice. @param id names the folder */
  abstract putAside(inlet: string, file: DroppedFile, aside: { id: string; reason: string }): Promise<void>;
}

/** Those that the settings name; none by default. */
export class DropPlaces {
  constructor(readonly all: readonly DropPlace[]) {}
}
