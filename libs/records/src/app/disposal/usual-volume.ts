import { Injectable } from '@nestjs/common';
import { type FiscalYear, fiscalYearOf, localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { isUnusual } from '../../core/disposal/volume-guard';
import { ExpiredRows } from '../../data/disposal/expired-rows';

/** DISP-13 Whether a run goes beyond twice the volume of the last year. Call inside a unit of work. */
@Injectable()
export class UsualVolume {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ExpiredRows,
  ) {}

  async isExceededBy(run: number): Promise<boolean> {
    const year = fiscalYearOf(localDateAt(await this.uow.now()));
    const lastYear = await this.rows.destroyedIn((year - 1) as FiscalYear);
    return isUnusual({ lastYear, thisYear: await this.rows.destroyedIn(year), run });
  }
}
