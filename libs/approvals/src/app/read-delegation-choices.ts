import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { RuleSetRows } from '../data/rule-set-rows';
import type { DelegationChoices } from './delegation-views.dto';
import { TableAudience } from './table-audience';

/** What a row of the delegation table may name today: matter types, posts that can decide, units that draft or concur. */
@Injectable()
export class ReadDelegationChoices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly documents: DocumentReading,
    private readonly sets: RuleSetRows,
    private readonly audience: TableAudience,
  ) {}

  /** For whoever may look at a table. @throws DomainError approvals.not-your-table */
  run(actor: Actor): Promise<DelegationChoices> {
    return this.uow.read(async () => {
      await this.audience.among(await this.sets.all(), actor);
      const today = localDateAt(await this.uow.now());
      const chart = await this.charts.on(today);
      const types = await this.documents.matterTypesOn(today);
      return {
        matterTypes: types.map(({ code, name }) => ({ code, name })),
        posts: postsOf(chart),
        units: unitsOf(chart),
      };
    });
  }
}

/** Heads, and whoever is senior to all heads but one: a vice-mayor heads nothing. */
function postsOf(chart: OrganisationChart): DelegationChoices['posts'] {
  const least = Math.min(...chart.posts().flatMap(({ headship, rank }) => (headship ? [rank] : [])));
  return chart
    .posts()
    .filter(({ rank }) => rank >= least)
    .map(({ code, title, rank, unitCode }) => ({ code, name: `${chart.unit(unitCode)?.name ?? ''} ${title}`, rank }))
    .sort((a, b) => b.rank - a.rank || (a.code < b.code ? -1 : 1));
}

function unitsOf(chart: OrganisationChart): DelegationChoices['units'] {
  return chart.units().map(({ code, name, kind, parentCode }) => {
    const parent = kind === 'unit' && parentCode !== null ? chart.unit(parentCode) : null;
    return { code, name: parent ? `${parent.name} ${name}` : name };
  });
}
