import { Injectable } from '@nestjs/common';
import { type LocalDate, type PostCode, type StaffNo, addDays, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Absence, TimeSpan } from '../core/absence';
import { calendarPostsOf } from '../core/colleagues';
import { type Cover, type StandInTimeline, dayOf, isUncovered } from '../core/stand-in-timeline';
import { refuse } from '../errors';
import { mayKeepAbsence } from './absence-rights';
import type { ActingOrderView, CoverView, CoversView } from './absences.views.dto';
import { placeOf, standInView } from './chart-words';
import { CALENDAR_DAYS } from './read-absences';
import { WhoStandsIn } from './who-stands-in';

/** What an absence would mean, before it is registered. */
export type ImaginedAbsence = Pick<Absence, 'staffNo' | 'kind' | 'from' | 'until'>;

/** Who acts for whom: on a day of the calendar, and for an absence that is about to be registered. */
@Injectable()
export class ReadStandIns {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly whoStandsIn: WhoStandsIn,
  ) {}

  /** Everybody of the reader's calendar who is away at some time of `day`, and who acts for them. */
  onDay(actor: Actor, day: LocalDate): Promise<CoversView> {
    return this.uow.read(async () => {
      const span = dayOf(day);
      const timeline = await this.whoStandsIn.over(span);
      const { own, section, actsFor } = calendarPostsOf(timeline.at(span.from).chart, actor.staffNo);
      const posts = [...own, ...actsFor, ...section].map(({ code }) => code);
      return { items: timeline.awayOn(day, posts).map((cover) => coverView(timeline, cover)) };
    });
  }

  /** For the posts of the person who would be away: who acts, stretch by stretch; of a long time its beginning. */
  forAbsence(actor: Actor, imagined: ImaginedAbsence): Promise<CoversView> {
    if (!mayKeepAbsence(actor, imagined)) throw refuse('organisation.absence-not-yours', { kind: imagined.kind });
    if (imagined.until <= imagined.from) throw refuse('organisation.absence-reversed', {});
    return this.uow.read(async () => {
      const span = beginningOf(imagined);
      const timeline = await this.whoStandsIn.over(span, [{ ...imagined, id: 'imagined', reason: '' }]);
      const covers = postsDuring(timeline, imagined.staffNo, span).flatMap((post) => timeline.coverOf(post, span));
      const theirs = covers.filter(({ seat }) => seat.holder?.person.staffNo === imagined.staffNo);
      return { items: theirs.map((cover) => coverView(timeline, cover)) };
    });
  }

  /** @throws DomainError organisation.no-such-post */
  orderOf(postCode: PostCode): Promise<ActingOrderView> {
    return this.uow.read(async () => {
      const seats = await this.whoStandsIn.now();
      const { chart } = seats;
      const post = chart.post(postCode);
      if (!post) throw refuse('organisation.no-such-post', { postCode });
      const lines = chart.actingOrderOf(postCode).flatMap((order) => {
        const seat = seats.occupancyOf(order.actingPostCode);
        if (!seat) return [];
        const { mode, matterTypes } = order;
        const who = { holderName: seat.holder?.person.name ?? null, away: seat.away !== null };
        const place = { postCode: seat.post.code, ...placeOf(chart, seat.post) };
        return [{ mode, order: order.order, ...place, ...who, matterTypes: [...matterTypes] }];
      });
      return { postCode, ...placeOf(chart, post), lines };
    });
  }
}

function beginningOf({ from, until }: TimeSpan): TimeSpan {
  const limit = dayOf(addDays(localDateAt(from), CALENDAR_DAYS)).from;
  return { from, until: until < limit ? until : limit };
}

function postsDuring(timeline: StandInTimeline, staffNo: StaffNo, span: TimeSpan): readonly PostCode[] {
  const codes = timeline
    .moments(span)
    .flatMap((moment) => timeline.at(moment).chart.postsOf(staffNo))
    .map(({ post }) => post.code);
  return [...new Set(codes)];
}

function coverView(timeline: StandInTimeline, cover: Cover): CoverView {
  const { seat, decider, acting, proxy } = cover;
  const { chart } = timeline.at(cover.from);
  const away = seat.away && {
    kind: seat.away.kind,
    from: seat.away.from?.toISOString() ?? null,
    until: seat.away.until?.toISOString() ?? null,
    reason: seat.away.reason,
  };
  return {
    postCode: seat.post.code,
    ...placeOf(chart, seat.post),
    from: cover.from.toISOString(),
    until: cover.until.toISOString(),
    holderName: seat.holder?.person.name ?? null,
    holderStaffNo: seat.holder?.person.staffNo ?? null,
    away,
    deputy: decider?.deputy ? standInView(chart, decider) : null,
    acting: acting.map((standIn) => standInView(chart, standIn)),
    proxy: proxy && standInView(chart, proxy),
    uncovered: isUncovered(cover),
  };
}
