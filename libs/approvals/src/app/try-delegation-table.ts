import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { RouteTrial } from './delegation-views.dto';
import { type DecidedLately, ReplanMatters } from './replan-matters';
import { TriedRules, type TriedTable } from './tried-rules';

export interface TrialQuery extends TriedTable {
  readonly actor: Actor;
  readonly decided: DecidedLately;
}

/** 試す: the routes that matters would go by a changed table, and by everything else that they keep. */
@Injectable()
export class TryDelegationTable {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: TriedRules,
    private readonly matters: ReplanMatters,
  ) {}

  /** @throws DomainError approvals.not-your-table, approvals.table-not-found, approvals.table-has-faults */
  run({ actor, decided, ...table }: TrialQuery): Promise<RouteTrial> {
    return this.uow.read(async () => {
      const rules = await this.rules.of(table, actor);
      return this.matters.run({
        actor,
        decided,
        otherwise: (matterType, { ground, review }) => ({
          ground: { ...ground, rules: rules.get(matterType) ?? [] },
          review,
        }),
      });
    });
  }
}
