import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { DraftingPlace } from '@fubako/documents';
import { planRoute } from '../core/plan-route';
import type { RequestedSeats } from '../data/case.row';
import type { PlannedRoute } from './planned-views';
import { RouteFactsReader } from './route-facts-reader';

export interface PreviewRouteQuery {
  readonly actor: Actor;
  readonly matterType: string;
  readonly postCode?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly escalations: readonly string[];
  readonly urgent?: boolean;
  readonly requested?: RequestedSeats;
}

/** 経路の試算 of what is being typed: the very plan that submission would make now. */
@Injectable()
export class PreviewRoute {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly place: DraftingPlace,
    private readonly facts: RouteFactsReader,
  ) {}

  run(query: PreviewRouteQuery): Promise<PlannedRoute> {
    return this.uow.read(async () => {
      const { drafter, unit } = await this.place.of(query.actor, query.postCode);
      const amount =
        typeof query.fields.amount === 'number' && Number.isSafeInteger(query.fields.amount)
          ? query.fields.amount
          : null;
      const review = await this.facts.reviewAskedFor(query.matterType);
      const { facts } = await this.facts.read({ ...query, drafter, unitCode: unit.code, amount, review });
      return { plan: planRoute(facts), standings: facts.standings };
    });
  }
}
