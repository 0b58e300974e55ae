import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import { type Actor, hasRole } from '@fubako/platform/authz';

/** Who may place a hold: the records office (文書主管課) anywhere; the head of a section asks for one on what the section keeps. */
@Injectable()
export class HoldRights {
  constructor(private readonly charts: OrganisationCharts) {}

  isOffice(actor: Actor): boolean {
    return hasRole(actor, 'records_officer');
  }

  /** Those of `sections` that the actor heads. Call inside a unit of work. */
  async headedOf(actor: Actor, sections: readonly string[]): Promise<ReadonlySet<string>> {
    const chart = await this.charts.on(actor.on);
    const posts = new Set<string>(actor.posts.map(({ code }) => code));
    return new Set(sections.filter((section) => posts.has(chart.headOf(section as UnitCode)?.code ?? '')));
  }
}
