import { Injectable } from '@nestjs/common';
import { type LocalDate, type UnitCode, localDateAt } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { planRoute } from '../core/plan-route';
import { refuse } from '../errors';
import type { PlannedRoute } from './planned-views';
import { RouteFactsReader, routeFacts } from './route-facts-reader';
import { TriedRules, type TriedTable } from './tried-rules';

export interface SimulationQuery extends TriedTable {
  readonly actor: Actor;
  readonly matterType: string;
  readonly unitCode: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly escalations: readonly string[];
  /** The day to plan on; today by default. */
  readonly day: LocalDate | null;
}

/** A clerk of the unit who holds none of the seats, so that nobody is passed over as the drafter. */
const SOMEBODY = { staffNo: '', name: '', postCode: '' };

/** The route that an imagined matter of a unit would go by a table that need not be in force. */
@Injectable()
export class SimulateRoute {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly facts: RouteFactsReader,
    private readonly rules: TriedRules,
  ) {}

  /** @throws DomainError approvals.not-your-table, approvals.table-not-found, approvals.unknown-unit */
  run({ actor, matterType, unitCode, fields, escalations, ...query }: SimulationQuery): Promise<PlannedRoute> {
    return this.uow.read(async () => {
      const tried = await this.rules.of(query, actor);
      const day = query.day ?? localDateAt(await this.uow.now());
      if (!(await this.charts.on(day)).unit(unitCode as UnitCode)) throw refuse('approvals.unknown-unit', { unitCode });
      const rules = tried.get(matterType) ?? [];
      const ground = await this.facts.ground(matterType, { day, ruleSetId: query.tableId });
      const amount = Number.isSafeInteger(fields.amount) ? Number(fields.amount) : null;
      const review = await this.facts.reviewAskedFor(matterType);
      const matter = { matterType, drafter: SOMEBODY, unitCode, fields, amount, escalations, review };
      const planned = routeFacts(matter, { ...ground, rules });
      return { plan: planRoute(planned), standings: planned.standings };
    });
  }
}
