import { Injectable } from '@nestjs/common';
import { type LocalDate, type StaffNo, addDays, daysBetween } from '@fubako/kernel';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { isOpen } from '../core/business-days';
import { calendarPostsOf } from '../core/colleagues';
import type { OrganisationChart } from '../core/organisation-chart';
import { dayOf } from '../core/stand-in-timeline';
import type { Post } from '../core/facts';
import { AbsenceRows, type KeptAbsence } from '../data/absence-rows';
import { refuse } from '../errors';
import { absenceEndRefusal, isOrgAdmin } from './absence-rights';
import type { AbsenceCalendarView, AbsenceView, CalendarPersonView } from './absences.views.dto';
import { BusinessCalendar } from './business-calendar';
import { personView, placeOf } from './chart-words';
import { type Reader, offeredActs } from './offered-acts';
import { OrganisationCharts } from './organisation-charts';

export const CALENDAR_DAYS = 100;

export interface CalendarRequest {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly scope: 'mine' | 'section' | 'all';
}

/** 不在カレンダー: who of the reader's own circle is away when (ABS-6). */
@Injectable()
export class ReadAbsences {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly calendar: BusinessCalendar,
    private readonly rows: AbsenceRows,
  ) {}

  /** @throws DomainError organisation.calendar-too-long, organisation.not-all-absences */
  run({ actor, language }: Reader, { from, to, scope }: CalendarRequest): Promise<AbsenceCalendarView> {
    ensureReadable(from, to);
    if (scope === 'all' && !isOrgAdmin(actor)) throw refuse('organisation.not-all-absences', {});
    return this.uow.read(async () => {
      const chart = await this.charts.on(actor.on);
      const people = peopleOf(chart, actor, scope);
      const staffNos = people.map(({ staffNo }) => staffNo as StaffNo);
      const span = { from: dayOf(from).from, until: dayOf(to).until };
      const absences = await this.rows.during(scope === 'all' ? null : staffNos, span);
      const now = await this.uow.now();
      return {
        from,
        to,
        people,
        absences: absences.map((absence) => viewOf(absence, { chart, actor, language, now })),
        closedDays: await this.closedDays(from, to),
        ...offeredActs(CALENDAR_ACTS, (act) => calendarRefusal(act, actor), language),
      };
    });
  }

  /** One absence, for whoever has just written it. */
  one(reader: Reader, id: string): Promise<AbsenceView> {
    return this.uow.read(async () => {
      const absence = await this.rows.find(id);
      if (!absence) throw refuse('organisation.absence-not-found', {});
      return viewOf(absence, { ...reader, chart: await this.charts.on(reader.actor.on), now: await this.uow.now() });
    });
  }

  private async closedDays(from: LocalDate, to: LocalDate): Promise<LocalDate[]> {
    const facts = await this.calendar.facts();
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, offset) => addDays(from, offset));
    return days.filter((day) => !isOpen(day, facts));
  }
}

function ensureReadable(from: LocalDate, to: LocalDate): void {
  if (to < from || daysBetween(from, to) >= CALENDAR_DAYS)
    throw refuse('organisation.calendar-too-long', { days: CALENDAR_DAYS });
}

function peopleOf(chart: OrganisationChart, actor: Actor, scope: CalendarRequest['scope']): CalendarPersonView[] {
  const me = personView(chart, actor.staffNo);
  const people = new Map<string, CalendarPersonView>(me ? [[me.staffNo, { ...me, group: 'self' }]] : []);
  const add = (posts: readonly Post[], group: 'section' | 'acts_for'): void => {
    for (const post of posts) {
      const holder = chart.holderOf(post.code);
      if (!holder || people.has(holder.person.staffNo)) continue;
      const { staffNo, name, kana } = holder.person;
      people.set(staffNo, { staffNo, name, kana, ...placeOf(chart, post), group });
    }
  };
  if (scope === 'mine') return [...people.values()];
  const { section, actsFor } = calendarPostsOf(chart, actor.staffNo);
  add(actsFor, 'acts_for');
  add(scope === 'all' ? chart.posts() : section, 'section');
  return [...people.values()];
}

interface Reading extends Reader {
  readonly chart: OrganisationChart;
  readonly now: Date;
}

function viewOf(absence: KeptAbsence, { chart, actor, language, now }: Reading): AbsenceView {
  const { id, staffNo, kind, from, until, registeredBy } = absence;
  const concerned = staffNo === actor.staffNo || registeredBy === actor.staffNo || isOrgAdmin(actor);
  const nameOf = (no: StaffNo): string => chart.person(no)?.name ?? no;
  return {
    id,
    staffNo,
    name: nameOf(staffNo),
    kind,
    from: from.toISOString(),
    until: until.toISOString(),
    reason: kind === 'absence' || concerned ? absence.reason : null,
    registeredByName: registeredBy === staffNo ? null : nameOf(registeredBy),
    onBehalfBecause: concerned ? absence.onBehalfBecause : null,
    ...offeredActs([from > now ? 'cancel' : 'end'], () => absenceEndRefusal(absence, actor, now), language),
  };
}

const CALENDAR_ACTS = ['register', 'register_for_others', 'register_incapacity', 'see_all'] as const;

function calendarRefusal(act: (typeof CALENDAR_ACTS)[number], actor: Actor) {
  if (act === 'register' || isOrgAdmin(actor)) return null;
  if (act === 'see_all') return refuse('organisation.not-all-absences', {});
  if (act === 'register_incapacity') return refuse('organisation.absence-not-yours', { kind: 'incapacity' });
  const keeps = hasRole(actor, 'records_officer');
  return keeps ? null : refuse('organisation.absence-not-yours', { kind: 'absence' });
}
