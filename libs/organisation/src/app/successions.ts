import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import type { OrganisationChart } from '../core/organisation-chart';
import { Succession } from '../core/succession';
import { ChartRows } from '../data/chart-rows';
import { OrganisationCharts } from './organisation-charts';

/** Who took over from units that are no more. Call inside a unit of work. */
@Injectable()
export class Successions {
  constructor(
    private readonly charts: OrganisationCharts,
    private readonly rows: ChartRows,
  ) {}

  /** @param unitCodes units that may have ended; those of today cost nothing */
  async of(unitCodes: readonly string[]): Promise<Succession> {
    const now = await this.charts.today();
    const ended = unitCodes.filter((code) => now.unit(code as UnitCode) === null);
    const last = new Map<string, OrganisationChart>();
    if (ended.length > 0) {
      for (const { code, day } of await this.rows.lastDays([...new Set(ended)], now.date))
        last.set(code, await this.charts.on(day));
      addParents(last);
    }
    return new Succession(now, last);
  }
}

/** A section ends with its parts: the chart of the part's last day tells of the section too. */
function addParents(last: Map<string, OrganisationChart>): void {
  for (const [code, chart] of Array.from(last))
    for (const unit of chart.chainOf(code as UnitCode)) if (!last.has(unit.code)) last.set(unit.code, chart);
}
