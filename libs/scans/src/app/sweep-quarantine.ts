import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { Custody } from '@fubako/platform/object-store';
import { sweepWorkFolders } from '../children/work-folder';
import { Downloads } from './downloads';

/** No upload takes this long; what is older was left by a process that died. */
const GRACE_MS = 24 * 60 * 60 * 1000;

/** Clears away uploads that never finished, and downloads that nobody fetched. By the database clock and by the store's own dates: both must agree. */
@Injectable()
export class SweepQuarantine {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly custody: Custody,
    private readonly downloads: Downloads,
  ) {}

  /** @returns how many pieces and downloads were removed */
  async run(): Promise<number> {
    const now = await this.uow.read(() => this.uow.now());
    const before = new Date(now.getTime() - GRACE_MS);
    return (await this.custody.sweep(before)) + (await sweepWorkFolders(before)) + (await this.downloads.sweep());
  }
}
