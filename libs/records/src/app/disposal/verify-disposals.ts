import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type UnlawfulEnd, VerifyRows } from '../../data/disposal/verify-rows';

export interface DisposalsReport {
  readonly entries: number;
  readonly unlawful: readonly UnlawfulEnd[];
}

/** 点検 of what has gone: lawful disposals are in the register, and everything else that is missing is named (DISP-18). */
@Injectable()
export class VerifyDisposals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: VerifyRows,
  ) {}

  run(): Promise<DisposalsReport> {
    return this.uow.read(async () => ({ entries: await this.rows.entries(), unlawful: await this.rows.unlawful() }));
  }
}
