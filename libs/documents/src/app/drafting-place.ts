import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
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
    const chart = await this.charts.on(localDateAt(await this.uow.now()));
    const section = chart.sectionOf(post.unitCode);
    const symbol = chart.symbolOf(post.unitCode);
    if (!section || symbol === null) throw refuse('documents.no-section', { unitName: post.unitName });
    return {
      drafter: { staffNo: actor.staffNo, name: actor.name, postCode: post.code, postTitle: post.title },
      unit: { code: post.unitCode, name: post.unitName },
      section: { code: section.code, name: section.name, symbol },
    };
  }
}

function postOf(actor: Actor, postCode?: string): ActorPost {
  const wanted = actor.posts.find((post) => (postCode === undefined ? post.kind === 'main' : post.code === postCode));
  const post = wanted ?? (postCode === undefined ? actor.posts[0] : undefined);
  if (!post) throw refuse('documents.no-post', { staffNo: actor.staffNo });
  return post;
}
