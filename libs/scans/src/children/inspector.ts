import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Findings } from '../core/findings';
import type { InspectRequest } from './inspect.child';
import { ReadyChild } from './ready-child';
import { Slots } from './slots';

const LIMITS = { timeoutMs: 30_000, memoryMb: 512, maxOutputBytes: 64 * 1024 };
const AT_ONCE = 2;

/** Looks into bytes nobody trusts yet, in a child process with limits of time and memory (SCN-8). */
@Injectable()
export class Inspector implements OnModuleDestroy {
  private readonly slots = new Slots(AT_ONCE);
  private readonly child = new ReadyChild('inspect', LIMITS);

  /**
   * @param path of a file that lies in `folder`, the work folder of this piece of work
   * @throws ChildFailed when the content cannot be inspected within the limits
   */
  inspectFile(path: string, folder: string): Promise<Findings> {
    const request: InspectRequest = { path };
    return this.slots.run(() => this.child.ask<Findings>(request, folder));
  }

  onModuleDestroy(): Promise<void> {
    return this.child.close();
  }
}
