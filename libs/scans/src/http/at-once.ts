import { Injectable } from '@nestjs/common';
import { refuse } from '../errors';

/** So many files one person may send at the same time; the web sends fewer, and lets the others wait. */
const MOST_AT_ONCE = 6;

/** Keeps one person from taking all the room of the process that takes files in. */
@Injectable()
export class AtOnce {
  private readonly running = new Map<string, number>();

  /** @throws DomainError scans.too-many-at-once, before a byte is read */
  async run<T>(staffNo: string, work: () => Promise<T>): Promise<T> {
    const before = this.running.get(staffNo) ?? 0;
    if (before >= MOST_AT_ONCE) throw refuse('scans.too-many-at-once', { most: MOST_AT_ONCE });
    this.running.set(staffNo, before + 1);
    try {
      return await work();
    } finally {
      const left = (this.running.get(staffNo) ?? 1) - 1;
      if (left > 0) this.running.set(staffNo, left);
      else this.running.delete(staffNo);
    }
  }
}
