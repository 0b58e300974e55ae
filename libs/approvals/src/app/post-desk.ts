import type { PostCode, UnitCode } from '@fubako/kernel';
import type { OrganisationChart, Post, StandIns } from '@fubako/organisation';
import type { Standing } from '../core/standing';
import { standingOf } from './standings';
import type { PostFact } from '../core/post-fact';

/** Posts as route planning sees them, with who can act for each; remembers every post it was asked for. */
export class PostDesk {
  readonly chart: OrganisationChart;
  private readonly known = new Map<PostCode, Standing>();

  constructor(
    private readonly standIns: StandIns,
    private readonly matterType: string,
  ) {
    this.chart = standIns.chart;
  }

  post(post: Post): PostFact {
    const unit = this.chart.unit(post.unitCode);
    const { principal } = this.standing(post.code);
    return {
      postCode: post.code,
      postTitle: post.title,
      rank: post.rank,
      unitCode: post.unitCode,
      unitName: unit?.name ?? post.unitCode,
      unitKind: unit?.kind ?? 'unit',
      holder: principal && { staffNo: principal.staffNo, name: principal.name, kind: principal.capacity },
    };
  }

  /** Heads from the unit upwards, nearest first. */
  heads(unitCode: UnitCode): PostFact[] {
    return this.chart.headsUpward(unitCode).map(({ post }) => this.post(post));
  }

  /** Of every post that was asked for, by code. */
  standings(): Record<string, Standing> {
    return Object.fromEntries(this.known);
  }

  private standing(code: PostCode): Standing {
    const standing = this.known.get(code) ?? standingOf(this.standIns, code, this.matterType);
    this.known.set(code, standing);
    return standing;
  }
}
