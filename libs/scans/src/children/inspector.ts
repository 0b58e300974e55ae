import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Findings } from '../core/findings';
import type { InspectRequest } from './inspect.child';
import { askNodeChild } from './node-child';
import { Slots } from './slots';
import { inWorkFolder, layDown } from './work-folder';

const LIMITS = { timeoutMs: 30_000, memoryMb: 512, maxOutputBytes: 64 * 1024 };
const AT_ONCE = 2;

/** Looks into bytes nobody trusts yet, in a child process with limits of time and memory (SCN-8). */
@Injectable()
export class Inspector {
  private readonly slots = new Slots(AT_ONCE);

  /** @throws ChildFailed when the content cannot be inspected within the limits */
  inspect(open: () => Promise<Readable>): Promise<Findings> {
    return this.slots.run(() =>
      inWorkFolder(async (folder) => this.inspectFile(await layDown(folder, 'content', await open()), folder)),
    );
  }

  /** The same for a file that lies in a work folder already. */
  inspectFile(path: string, folder: string): Promise<Findings> {
    const request: InspectRequest = { path };
    return askNodeChild<Findings>('inspect', request, { folder, limits: LIMITS });
  }
}
