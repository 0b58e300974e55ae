import type { PostCode, StaffNo } from '@fubako/kernel';
import type { StandIns } from '@fubako/organisation';
import type { Standing } from '../core/standing';
import type { ReviewGroup, SeatGroup } from '../data/open-seat-rows';
import { standingOf } from './standings';

/** Tells which seats say something else than the organisation at one instant; each post is asked about once. */
export class DeviatingSeats {
  private readonly known = new Map<string, Standing>();

  constructor(private readonly standIns: StandIns) {}

  /** Posts whose 代決者 of the moment depend on the matter. */
  byMatter(groups: readonly SeatGroup[]): string[] {
    const posts = new Set(groups.filter(({ state }) => state === 'active').map(({ post_code }) => post_code));
    return [...posts].filter((code) =>
      this.standIns.actingLineOf(code as PostCode).some(({ matterTypes }) => matterTypes.length > 0),
    );
  }

  isSeat(group: SeatGroup): boolean {
    if (this.hasLeft(group.handed_to) || this.isNoMore(group.post_code)) return true;
    if (group.state !== 'active' || group.handed_to !== null) return false;
    const standing = this.standing(group.post_code, group.matter_type);
    return isHeldByAnother(group, standing) || isAwayOtherwise(group, standing);
  }

  isReview({ post_code, principal }: ReviewGroup): boolean {
    const holder = this.standing(post_code, null).principal?.staffNo ?? null;
    return this.isNoMore(post_code) || (holder !== null && holder !== principal);
  }

  private hasLeft(staffNo: string | null): boolean {
    return staffNo !== null && this.standIns.chart.postsOf(staffNo as StaffNo).length === 0;
  }

  private isNoMore(postCode: string): boolean {
    return this.standIns.chart.post(postCode as PostCode) === null;
  }

  private standing(postCode: string, matterType: string | null): Standing {
    const key = `${postCode}\n${matterType ?? ''}`;
    const standing = this.known.get(key) ?? standingOf(this.standIns, postCode, matterType ?? '');
    this.known.set(key, standing);
    return standing;
  }
}

/** Another person, or the same one by another right (RULE-102). */
function isHeldByAnother(group: SeatGroup, { principal }: Standing): boolean {
  return group.principal !== (principal?.staffNo ?? null) || group.principal_kind !== (principal?.capacity ?? null);
}

/** RULE-40 Absence, its end, or who may decide meanwhile has changed. */
function isAwayOtherwise(group: SeatGroup, { away, awayUntil, acting }: Standing): boolean {
  return (
    group.away !== away ||
    (group.away_until?.toISOString() ?? null) !== (away === null ? null : awayUntil) ||
    group.stand_in !== (away === null ? null : (acting?.staffNo ?? null))
  );
}
