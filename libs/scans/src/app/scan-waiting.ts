import { Injectable } from '@nestjs/common';
import { DomainError } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { StageClock } from '@fubako/platform/object-store';
import { SendingRows } from '../data/sending-rows';
import { EndSending } from './end-sending';

const RUN_MS = 60_000;

/** Asks the scanner again for everything that waits for it (SCN-32). */
@Injectable()
export class ScanWaiting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SendingRows,
    private readonly ending: EndSending,
  ) {}

  /** One after another for as long as a run may take; a silent scanner takes long each time. @returns how many came through */
  async run(): Promise<number> {
    let passed = 0;
    const started = performance.now();
    for (const { id, staff_no } of await this.uow.read(() => this.rows.waiting())) {
      try {
        await this.ending.run({ staffNo: staff_no, sendingId: id, digest: null }, new StageClock());
        passed += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === 'objects.unavailable' || performance.now() - started > RUN_MS) break;
      }
    }
    return passed;
  }
}
