import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { SendingRows } from '../data/sending-rows';
import { refuse } from '../errors';
import { RefuseWaiting } from './refuse-waiting';

/** Files that did not become uploads in their day: half-sent ones go, and the sender of one that was never scanned is told (SCN-32). */
@Injectable()
export class SweepSendings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SendingRows,
    private readonly refusing: RefuseWaiting,
  ) {}

  /** @returns how many were ended or taken away, at most `limit` of each */
  run(cutoff: Date, limit: number): Promise<number> {
    return this.uow.run(async () => {
      const unanswered = await this.rows.unanswered(cutoff, limit);
      for (const row of unanswered) await this.refusing.run(row, refuse('scans.never-scanned', {}));
      return unanswered.length + (await this.rows.dropOld(cutoff, limit));
    });
  }
}
