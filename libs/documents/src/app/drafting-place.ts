import { Injectable } from '@nestjs/common';
import { type UnitCode, localDateAt } from '@fubako/kernel';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Actor, ActorPost } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { refuse } from '../errors';

/** Who drafts, and for which unit and section, by today's organisation. */
@Injectable()
export class DraftingPlace {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
  ) {}

  async of(actor: Actor, postCode?: string) {
    const post = postOf(actor, postCode);
    return placeAt(actor, post, await this.charts.on(localDateAt(await this.uow.now())));
  }

  /** As {@link of}, in the post that the actor holds in the section; a head above it drafts for the section itself. */
  async inSection(actor: Actor, sectionCode: string) {
    const chart = await this.charts.on(localDateAt(await this.uow.now()));
    const section = chart.unit(sectionCode as UnitCode);
    const within = actor.posts.find(({ unitCode }) => chart.sectionOf(unitCode)?.code === sectionCode);
    const { drafter, unit } = placeAt(actor, within ?? postOf(actor), chart);
    return { drafter, unit: within || !section ? unit : { code: section.code, name: section.name } };
  }
}

function placeAt(actor: Actor, post: ActorPost, chart: OrganisationChart) {
  const section = chart.sectionOf(post.unitCode);
  const symbol = chart.symbolOf(post.unitCode);
  if (!section || symbol === null) throw refuse('documents.no-section', { unitName: post.unitName });
  return {
    drafter: { staffNo: actor.staffNo, name: actor.name, postCode: post.code, postTitle: post.title },
    unit: { code: post.unitCode, name: post.unitName },
    section: { code: section.code, name: section.name, symbol },
  };
}

function postOf(actor: Actor, postCode?: string): ActorPost {
  const wanted = actor.posts.find((post) => (postCode === undefined ? post.kind === 'main' : post.code === postCode));
  const post = wanted ?? (postCode === undefined ? actor.posts[0] : undefined);
  if (!post) throw refuse('documents.no-post', { staffNo: actor.staffNo });
  return post;
}
