import type { PostCode, StaffNo } from '@fubako/kernel';
import { type Absence, type AbsenceKind, type Proxy, isDuring } from './absence';
import type { ActingMode, ActingOrder, Post } from './facts';
import { grouped } from './grouped';
import type { Holder, OrganisationChart } from './organisation-chart';

/** 欠けた `vacancy`: nobody holds the post. */
export type AwayKind = AbsenceKind | 'vacancy';

/** Why nobody decides in a post right now; a vacancy has no times, and only 不在 has words of the person. */
export interface Away {
  readonly kind: AwayKind;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly reason: string | null;
}

/** A post with its holder, who may be away. */
export interface Occupancy {
  readonly post: Post;
  readonly holder: Holder | null;
  /** Null: the holder is there. */
  readonly away: Away | null;
}

/** Somebody who may act for a post right now: by 代決 for what the order is for, or as 職務代理者. */
export interface StandIn {
  readonly mode: ActingMode;
  /** The person, with the own post that the order names. */
  readonly holder: Holder;
  readonly order: number;
  /** Empty: for all matter types. */
  readonly matterTypes: readonly string[];
}

/** Whose decision the decision of a post is: the holder's, or the 職務代理者's in the holder's place. */
export interface Decider {
  /** The person, with the post in which they serve: for a deputy the deputy's own. */
  readonly holder: Holder;
  /** True: 職務代理者. */
  readonly deputy: boolean;
  /** Set: only 代決 decides now. */
  readonly away: Away | null;
}

/** 代理人 of a post right now. */
export interface ProxyHolder {
  readonly proxy: Proxy;
  /** The taker, with the post by which they were chosen. */
  readonly holder: Holder;
}

/** One post that a person may act for right now, and how. */
export interface StandingFor {
  readonly post: Post;
  readonly mode: ActingMode | 'proxy';
  /** Empty: for all matter types. */
  readonly matterTypes: readonly string[];
}

export interface StandInFacts {
  /** The instant asked about; the chart is that of its Japanese day. */
  readonly at: Date;
  /** May hold more than is of use at the instant. */
  readonly absences: readonly Absence[];
  readonly proxies: readonly Proxy[];
  /** CONFIG of RULE-40: 代決 also for an empty post. */
  readonly absenceIncludesVacancy: boolean;
}

const VACANCY: Away = { kind: 'vacancy', from: null, until: null, reason: null };

/**
 * 代わりに立つ者: who is away at one instant, and who then acts for them (RULE-40, RULE-43, RULE-47; SI-1 … SI-9).
 * Pure. One step only: whoever stands in is there in person, so that nothing can go round in a ring.
 */
export class StandIns {
  readonly at: Date;
  private readonly awayPeople: ReadonlyMap<StaffNo, Absence>;
  private readonly proxiesOfPost: ReadonlyMap<PostCode, readonly Proxy[]>;

  constructor(
    readonly chart: OrganisationChart,
    private readonly facts: StandInFacts,
  ) {
    this.at = facts.at;
    const running = facts.absences.filter((absence) => isDuring(absence, facts.at));
    // Of several absences of one person the last in this order stays.
    this.awayPeople = new Map(running.sort(lightFirst).map((absence) => [absence.staffNo, absence]));
    const proxies = facts.proxies.filter((proxy) => isDuring(proxy, facts.at)).sort(olderFirst);
    this.proxiesOfPost = grouped(proxies, ({ postCode }) => postCode);
  }

  /** Why the person cannot decide now; null: they are there. */
  awayOf(staffNo: StaffNo): Away | null {
    const absence = this.awayPeople.get(staffNo);
    if (!absence) return null;
    const { kind, from, until, reason } = absence;
    // The words of an accident are for the person and the personnel office (ABS-6).
    return { kind, from, until, reason: kind === 'incapacity' ? null : reason };
  }

  /** Null: there is no such post on the day. */
  occupancyOf(postCode: PostCode): Occupancy | null {
    const post = this.chart.post(postCode);
    if (!post) return null;
    const holder = this.chart.holderOf(postCode);
    return { post, holder, away: holder ? this.awayOf(holder.person.staffNo) : VACANCY };
  }

  /**
   * 職務代理者: the first of the order who can serve, while the holder has met with an accident or the post is empty. One
   * who is merely 不在 stays the deputy (S03): their own stand-in then acts, and the next deputy does not move up.
   */
  deputyOf(postCode: PostCode): StandIn | null {
    const seat = this.occupancyOf(postCode);
    if (!seat?.away || seat.away.kind === 'absence') return null;
    const canServe = (staffNo: StaffNo): boolean => this.awayOf(staffNo)?.kind !== 'incapacity';
    const line = this.chart.actingOrderOf(postCode, 'statutory_deputy').flatMap((order) => this.standIn(order) ?? []);
    return line.find(({ holder }) => canServe(holder.person.staffNo)) ?? null;
  }

  /** Null: nobody decides for the post now, not even by 代決 unless the municipality counts a vacancy as 不在. */
  deciderOf(postCode: PostCode): Decider | null {
    const seat = this.occupancyOf(postCode);
    if (!seat) return null;
    const deputy = this.deputyOf(postCode);
    if (deputy) return { holder: deputy.holder, deputy: true, away: this.awayOf(deputy.holder.person.staffNo) };
    if (!seat.holder || (seat.away?.kind === 'incapacity' && this.hasDeputies(postCode))) return null;
    return { holder: seat.holder, deputy: false, away: seat.away };
  }

  /** 代決者 of the post for a matter type: the first of the order who is there, and only that one. Null while the decider is there. */
  actingFor(postCode: PostCode, matterType: string): StandIn | null {
    return this.actingLineOf(postCode).find(({ matterTypes }) => isFor(matterTypes, matterType)) ?? null;
  }

  /** Those who are 代決者 for some matter type, first by order: after one who acts in all matters nobody follows. */
  actingLineOf(postCode: PostCode): readonly StandIn[] {
    const present = this.actingOrders(postCode)
      .flatMap((order) => this.standIn(order) ?? [])
      .filter(({ holder }) => this.awayOf(holder.person.staffNo) === null);
    const last = present.findIndex(({ matterTypes }) => matterTypes.length === 0);
    return last < 0 ? present : present.slice(0, last + 1);
  }

  /** 代理人 of the post: of those whose giver still holds it and whose taker still is where they were chosen, and there. */
  proxyOf(postCode: PostCode): ProxyHolder | null {
    const giver = this.chart.holderOf(postCode)?.person.staffNo;
    for (const proxy of this.proxiesOfPost.get(postCode) ?? []) {
      const holder = this.chart.postsOf(proxy.taker).find(({ post }) => post.code === proxy.takerPost);
      const stands = proxy.giver === giver && proxy.taker !== giver && this.awayOf(proxy.taker) === null;
      if (holder && stands) return { proxy, holder };
    }
    return null;
  }

  /** The posts that a person may act for now, by code of the post; what they hold themselves is not among them. */
  standsFor(staffNo: StaffNo): readonly StandingFor[] {
    const posts = [...this.chart.posts()].sort((a, b) => (a.code < b.code ? -1 : 1));
    return posts.flatMap((post) => this.standingFor(post, staffNo));
  }

  private standingFor(post: Post, staffNo: StaffNo): readonly StandingFor[] {
    const isThem = ({ holder }: { readonly holder: Holder }): boolean => holder.person.staffNo === staffNo;
    const deputy = this.deputyOf(post.code);
    const ways = [...(deputy ? [deputy] : []), ...this.actingLineOf(post.code)].filter(isThem);
    const proxy = this.proxyOf(post.code);
    return [
      ...ways.map(({ mode, matterTypes }) => ({ post, mode, matterTypes })),
      ...(proxy && isThem(proxy) ? [{ post, mode: 'proxy' as const, matterTypes: [] }] : []),
    ];
  }

  /** RULE-43: while a deputy decides, the 代決 order runs with the deputy as decider; one without an own order leaves that of the post. */
  private actingOrders(postCode: PostCode): readonly ActingOrder[] {
    const orders = this.chart.actingOrderOf(postCode, 'acting_decision');
    const decider = this.deciderOf(postCode);
    if (!decider) return this.mayActForVacancy(postCode) ? orders : [];
    if (!decider.away) return [];
    const own = decider.deputy ? this.chart.actingOrderOf(decider.holder.post.code, 'acting_decision') : orders;
    return own.length > 0 ? own : orders;
  }

  private mayActForVacancy(postCode: PostCode): boolean {
    const empty = this.occupancyOf(postCode)?.away?.kind === 'vacancy';
    return empty && this.facts.absenceIncludesVacancy && !this.hasDeputies(postCode);
  }

  private hasDeputies(postCode: PostCode): boolean {
    return this.chart.actingOrderOf(postCode, 'statutory_deputy').length > 0;
  }

  /** Null: the post that the order names is empty. */
  private standIn({ actingPostCode, mode, order, matterTypes }: ActingOrder): StandIn | null {
    const holder = this.chart.holderOf(actingPostCode);
    return holder && { mode, holder, order, matterTypes };
  }
}

function isFor(matterTypes: readonly string[], matterType: string): boolean {
  return matterTypes.length === 0 || matterTypes.includes(matterType);
}

/** 不在 before 事故, younger before older. */
function lightFirst(a: Absence, b: Absence): number {
  const weight = ({ kind }: Absence): number => (kind === 'incapacity' ? 1 : 0);
  return weight(a) - weight(b) || olderFirst(b, a);
}

type Dated = Pick<Absence, 'id' | 'from'>;

function olderFirst(a: Dated, b: Dated): number {
  return a.from.getTime() - b.from.getTime() || (a.id < b.id ? -1 : 1);
}
