import { Injectable } from '@nestjs/common';
import type { LocalDate, StaffNo } from '@fubako/kernel';
import { type Actor, ROLES, type Role } from '@fubako/platform/authz';
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
    private readonly charts: OrganisationCharts,
    private readonly rows: ChartRows,
  ) {}

  /** Call inside a unit of work. @throws DomainError organisation.unknown-person */
  async of(staffNo: StaffNo): Promise<Actor> {
    return (await this.present())(staffNo);
  }

  /** For whoever does not yet know who acts, and asks that at the same time. Call inside a unit of work. */
  async present(): Promise<(staffNo: StaffNo) => Actor> {
    const chart = await this.charts.today();
    return (staffNo) => actorIn(chart, staffNo);
  }

  /** Everybody who held a post or a role on `day`: for what could be read then. Call inside a unit of work. */
  async on(day: LocalDate): Promise<readonly Actor[]> {
    const chart = await this.charts.on(day);
    const actors = chart.people().map(({ staffNo }) => actorIn(chart, staffNo));
    return actors.filter(({ posts, roles }) => posts.length > 0 || roles.length > 0);
  }

  /** 退職: had a post, and has neither post nor role today. Call inside a unit of work. */
  async hasLeft({ staffNo, posts, roles, on }: Actor): Promise<boolean> {
    return posts.length === 0 && roles.length === 0 && (await this.rows.satBefore(staffNo, on));
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
