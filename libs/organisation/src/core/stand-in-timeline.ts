import { type LocalDate, type PostCode, addDays, localDateAt, startOfDay } from '@fubako/kernel';
import { type TimeSpan, isDuring } from './absence';
import type { OrganisationChart } from './organisation-chart';
import { type Decider, type Occupancy, type ProxyHolder, type StandIn, type StandInFacts, StandIns } from './stand-ins';

/** The chart that holds from the beginning of a day until the next one of the list. */
export interface DatedChart {
  readonly from: LocalDate;
  readonly chart: OrganisationChart;
}

/** 代わりの立ち方 of one post over a time in which nothing about it changes. */
export interface Cover extends TimeSpan {
  readonly seat: Occupancy;
  readonly decider: Decider | null;
  /** 代決者, by order; empty while the decider is there, and when nobody may act. */
  readonly acting: readonly StandIn[];
  readonly proxy: ProxyHolder | null;
}

export function dayOf(day: LocalDate): TimeSpan {
  return { from: startOfDay(day), until: startOfDay(addDays(day, 1)) };
}

/** Whether the post can decide neither by its decider nor by 代決. */
export function isUncovered({ decider, acting }: Cover): boolean {
  return (decider === null || decider.away !== null) && acting.length === 0;
}

/** Who stands in for whom over a span of time: what is registered for it, on charts that change with their days (RULE-100). */
export class StandInTimeline {
  private readonly known = new Map<number, StandIns>();

  /** @param charts earliest first; the first one holds from the beginning of the span or before */
  constructor(
    private readonly charts: readonly DatedChart[],
    private readonly facts: Omit<StandInFacts, 'at'>,
  ) {}

  at(instant: Date): StandIns {
    const known = this.known.get(instant.getTime());
    if (known) return known;
    const day = localDateAt(instant);
    const chart = (this.charts.findLast(({ from }) => from <= day) ?? this.charts[0])?.chart;
    if (!chart) throw new RangeError('A timeline needs the chart with which it begins.');
    const standIns = new StandIns(chart, { ...this.facts, at: instant });
    this.known.set(instant.getTime(), standIns);
    return standIns;
  }

  /** The instants within `span` from which on something may be otherwise; its beginning is the first. */
  moments(span: TimeSpan): readonly Date[] {
    const edges = [
      ...[...this.facts.absences, ...this.facts.proxies].flatMap(({ from, until }) => [from, until]),
      ...this.charts.map(({ from }) => startOfDay(from)),
    ];
    const within = edges.filter((edge) => isDuring(span, edge)).map((edge) => edge.getTime());
    return [...new Set([span.from.getTime(), ...within])].sort((a, b) => a - b).map((time) => new Date(time));
  }

  /** How the post is covered, without gaps from the beginning of `span` to its end; empty for a post that never is. */
  coverOf(postCode: PostCode, span: TimeSpan): readonly Cover[] {
    const moments = this.moments(span);
    const covers: Cover[] = [];
    moments.forEach((from, index) => {
      const cover = this.coverAt(postCode, { from, until: moments[index + 1] ?? span.until });
      const last = covers.at(-1);
      if (cover && last && last.until.getTime() === from.getTime() && saysTheSame(last, cover))
        covers[covers.length - 1] = { ...last, until: cover.until };
      else if (cover) covers.push(cover);
    });
    return covers;
  }

  /** Of `posts` those whose holder is away at some time of the day, with what covers them: for calendars and coverage checks. */
  awayOn(day: LocalDate, posts: readonly PostCode[]): readonly Cover[] {
    return posts.flatMap((post) => this.coverOf(post, dayOf(day)).filter(({ seat }) => seat.away !== null));
  }

  private coverAt(postCode: PostCode, span: TimeSpan): Cover | null {
    const standIns = this.at(span.from);
    const seat = standIns.occupancyOf(postCode);
    if (!seat) return null;
    const decider = standIns.deciderOf(postCode);
    return { ...span, seat, decider, acting: standIns.actingLineOf(postCode), proxy: standIns.proxyOf(postCode) };
  }
}

function saysTheSame(a: Cover, b: Cover): boolean {
  return wordsOf(a) === wordsOf(b);
}

function wordsOf({ seat, decider, acting, proxy }: Cover): string {
  const no = (who: { readonly holder: { readonly person: { readonly staffNo: string } } | null } | null) =>
    who?.holder?.person.staffNo ?? null;
  const away = (reason: Occupancy['away']) => reason && [reason.kind, reason.from, reason.until, reason.reason];
  return JSON.stringify([
    [no(seat), away(seat.away)],
    [no(decider), decider?.deputy, away(decider?.away ?? null)],
    acting.map((one) => [no(one), one.matterTypes]),
    [no(proxy), proxy?.proxy.id],
  ]);
}
