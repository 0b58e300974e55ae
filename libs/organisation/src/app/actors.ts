import { Injectable } from '@nestjs/common';
import { type LocalDate, type StaffNo, localDateAt } from '@fubako/kernel';
import { type Actor, ROLES, type Role } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Holder, OrganisationChart } from '../core/organisation-chart';
import { workUnitsOf } from '../core/work-units';
import { ChartRows } from '../data/chart-rows';
import { refuse } from '../errors';
import { OrganisationCharts } from './organisation-charts';

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/** The person who acts, as the organisation is today: rights are read anew for every request. */
@Injectable()
export class Actors {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly rows: ChartRows,
  ) {}

  /** Call inside a unit of work. @throws DomainError organisation.unknown-person */
  async of(staffNo: StaffNo): Promise<Actor> {
    return actorIn(await this.charts.today(), staffNo);
  }

  /** The same for whoever has asked for the revision of the organisation with a question of their own, at `now`. */
  async at(now: Date, revision: number | null, staffNo: StaffNo): Promise<Actor> {
    return actorIn(await this.charts.of(revision, localDateAt(now)), staffNo);
  }

  /** Everybody who held a post or a role on `day`: for what could be read then. Call inside a unit of work. */
  async on(day: LocalDate): Promise<readonly Actor[]> {
    const chart = await this.charts.on(day);
    const actors = chart.people().map(({ staffNo }) => actorIn(chart, staffNo));
    return actors.filter(({ posts, roles }) => posts.length > 0 || roles.length > 0);
  }

  /** 退職: had a post, and has neither post nor role today. */
  async hasLeft({ staffNo, posts, roles, on }: Actor): Promise<boolean> {
    if (posts.length > 0 || roles.length > 0) return false;
    return this.uow.read(() => this.rows.satBefore(staffNo, on));
  }
}

function actorIn(chart: OrganisationChart, staffNo: StaffNo): Actor {
  const person = chart.person(staffNo);
  if (!person) throw refuse('organisation.unknown-person', { staffNo });
  return {
    staffNo,
    name: person.name,
    on: chart.date,
    posts: chart.postsOf(staffNo).map((holder) => actorPost(chart, holder)),
    units: workUnitsOf(chart, staffNo),
    roles: chart.rolesOf(staffNo).flatMap(({ role, unitCode }) => (isRole(role) ? [{ role, unitCode }] : [])),
  };
}

function actorPost(chart: OrganisationChart, { post, kind }: Holder): Actor['posts'][number] {
  const { code, title, rank, unitCode } = post;
  return { code, title, rank, unitCode, unitName: chart.unit(unitCode)?.name ?? '', kind };
}
