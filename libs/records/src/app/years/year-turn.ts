import { Injectable } from '@nestjs/common';
import { type FiscalYear, firstDayOf } from '@fubako/kernel';
import { CloseYearCounters, YearCounters } from '@fubako/documents';
import { OrganisationCharts } from '@fubako/organisation';

/** 番号の帳簿 at the turn of the year, on the organisation of the first day. */
@Injectable()
export class YearTurn {
  constructor(
    private readonly charts: OrganisationCharts,
    private readonly counters: YearCounters,
    private readonly closing: CloseYearCounters,
  ) {}

  async begin(year: FiscalYear): Promise<number> {
    return this.counters.begin(year, await this.charts.on(firstDayOf(year)));
  }

  close(year: FiscalYear): Promise<number> {
    return this.closing.run(year);
  }
}
