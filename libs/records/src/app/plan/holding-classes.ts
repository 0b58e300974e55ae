import { Injectable } from '@nestjs/common';
import { FilingClassRows, type HoldingClassRow } from '../../data/filing-class-rows';
import { EnterFilingPlans } from './enter-filing-plans';

/** Classes as files are opened under them: a version whose day has come counts before anybody else has brought it into force (PLAN-4). */
@Injectable()
export class HoldingClasses {
  constructor(
    private readonly plans: EnterFilingPlans,
    private readonly rows: FilingClassRows,
  ) {}

  /** Those of `codes` that can hold documents. Call inside a unit of work that writes. */
  async now(codes: readonly string[]): Promise<ReadonlyMap<string, HoldingClassRow>> {
    await this.plans.run();
    return this.rows.holding(codes);
  }
}
