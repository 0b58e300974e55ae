import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { PlanFacts } from './plan-facts';
import { ensurePlanOnlooker } from './plan-rights';
import type { PlanChoices } from './plan.views.dto';

/** What a class of a draft may name. */
@Injectable()
export class ReadPlanChoices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly facts: PlanFacts,
  ) {}

  /** @throws DomainError records.plan-not-yours */
  run(actor: Actor, language: Language): Promise<PlanChoices> {
    return this.uow.read(async () => {
      ensurePlanOnlooker(actor);
      const today = localDateAt(await this.uow.now());
      const [chart, words] = [await this.charts.on(today), await this.facts.words(today, language)];
      const terms = await this.facts.terms();
      return {
        retentionClasses: [...terms.keys()].map((code) => ({ code, name: words.retention(code) })),
        functions: chart.functions().map(({ code, name }) => ({ code, name })),
        sections: chart.units().flatMap(({ code, name, kind }) => (kind === 'section' ? [{ code, name }] : [])),
      };
    });
  }
}
