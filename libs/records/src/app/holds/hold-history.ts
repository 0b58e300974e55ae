import { Injectable } from '@nestjs/common';
import type { LocalDate, StaffNo } from '@fubako/kernel';
import { Ledger, type LedgerLine } from '@fubako/ledger';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { HoldStepView } from './holds.views.dto';

/** What became of a hold, as the ledger keeps it: placed, changed, decided, widened, confirmed, released. */
@Injectable()
export class HoldHistory {
  constructor(
    private readonly ledger: Ledger,
    private readonly charts: OrganisationCharts,
  ) {}

  /** The first step first. Call inside a unit of work. */
  async of(holdId: string, today: LocalDate): Promise<HoldStepView[]> {
    const lines = await this.ledger.of({ kind: 'hold', id: holdId });
    const chart = await this.charts.on(today);
    return lines.map((line) => stepOf(line, chart));
  }
}

function stepOf({ at, kind, actor, facts }: LedgerLine, chart: OrganisationChart): HoldStepView {
  const text = facts.note ?? facts.reason;
  return {
    at,
    kind: kind.replace('records.hold-', ''),
    byName: chart.person(actor as StaffNo)?.name ?? actor,
    note: typeof text === 'string' ? text : null,
    endsOn: typeof facts.endsOn === 'string' ? facts.endsOn : null,
  };
}
