import { constants, type BigIntStats } from 'node:fs';
import { lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import {
  ASIDE,
  demandInlet,
  DONE,
  DropKind,
  type DroppedFile,
  DropPlace,
  isCandidate,
  REASON_FILE,
} from './drop-place';
import { codeOf, hasCode, namesIn, syncFolder } from './durable-files';
import { ObjectMissing, ObjectStoreUnavailable } from './errors';

const READ_BYTES = 256 * 1024;
const GONE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP']);

/** A folder, with a subfolder for each inlet. Links are not followed: what lies elsewhere is not taken in. */
export class DropFolder extends DropPlace {
  readonly kind = DropKind.folder;
  private readonly root: string;

  constructor(root: string) {
    super();
    this.root = resolve(root);
  }

  async prepare(inlet: string): Promise<void> {
    await reachable(() => mkdir(this.corner(inlet), { recursive: true }));
  }

  async list(inlet: string): Promise<DroppedFile[]> {
    const corner = this.corner(inlet);
    const names = await reachable(() => namesIn(corner));
    const known = new Set(names);
    const files: DroppedFile[] = [];
    for (const name of names.filter(isCandidate)) {
      const found = await statOf(join(corner, name));
      if (found) files.push({ name, ...factsOf(found), whole: known.has(`${name}${DONE}`) });
    }
    return files.sort((a, b) => a.modifiedAt.getTime() - b.modifiedAt.getTime());
  }

  async open(inlet: string, { name, mark }: DroppedFile): Promise<Readable> {
    const handle = await open(join(this.corner(inlet), name), constants.O_RDONLY | constants.O_NOFOLLOW).catch(
      (error: unknown) => {
        throw GONE.has(codeOf(error)) ? new ObjectMissing(name) : new ObjectStoreUnavailable(codeOf(error), error);
      },
    );
    if (factsOf(await handle.stat({ bigint: true })).mark !== mark) {
      await handle.close();
      throw new ObjectMissing(name);
    }
    return handle.createReadStream({ highWaterMark: READ_BYTES });
  }

  async remove(inlet: string, file: DroppedFile): Promise<void> {
    if (!(await this.isStill(inlet, file))) return;
    await reachable(() => rm(join(this.corner(inlet), file.name), { force: true }));
    await this.finish(inlet, file);
  }

  async putAside(inlet: string, file: DroppedFile, { id, reason }: { id: string; reason: string }): Promise<void> {
    if (!(await this.isStill(inlet, file))) return;
    const corner = this.corner(inlet);
    const aside = join(corner, ASIDE, id);
    await reachable(async () => {
      await mkdir(aside, { recursive: true });
      await writeFile(join(aside, REASON_FILE), `${reason}\n`);
      await rename(join(corner, file.name), join(aside, file.name));
      await syncFolder(aside);
    });
    await this.finish(inlet, file);
  }

  private async finish(inlet: string, { name, whole }: DroppedFile): Promise<void> {
    const corner = this.corner(inlet);
    if (whole) await reachable(() => rm(join(corner, `${name}${DONE}`), { force: true }));
    await reachable(() => syncFolder(corner));
  }

  private async isStill(inlet: string, { name, mark }: DroppedFile): Promise<boolean> {
    const found = await statOf(join(this.corner(inlet), name));
    return found !== null && factsOf(found).mark === mark;
  }

  private corner(inlet: string): string {
    return join(this.root, demandInlet(inlet));
  }
}

async function statOf(path: string): Promise<BigIntStats | null> {
  try {
    const found = await lstat(path, { bigint: true });
    return found.isFile() ? found : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw new ObjectStoreUnavailable(codeOf(error), error);
  }
}

function factsOf({ size, mtimeNs, mtime, ino }: BigIntStats): Pick<DroppedFile, 'bytes' | 'modifiedAt' | 'mark'> {
  return { bytes: Number(size), modifiedAt: mtime, mark: `${ino}-${size}-${mtimeNs}` };
}

async function reachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ObjectStoreUnavailable(codeOf(error) || 'unreachable', error);
  }
}
