import type { StaffNo } from '@fubako/kernel';
import { Actors, type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { SeededRandom } from './random';

/** Who writes and who acts, by the organisation of the day the story is at. */
export class TownPeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly actors: Actors,
    private readonly charts: OrganisationCharts,
  ) {}

  actor(staffNo: string): Promise<Actor> {
    return this.uow.read(() => this.actors.of(staffNo as StaffNo));
  }

  /** A member of the unit who is not its head. */
  async drafterIn(unitCode: string, random: SeededRandom): Promise<string> {
    const chart: OrganisationChart = await this.uow.read(() => this.charts.today());
    const staff = chart
      .posts()
      .filter((post) => post.unitCode === unitCode && !post.headship)
      .flatMap(({ code }) => chart.holderOf(code) ?? []);
    return random.pick(staff).person.staffNo;
  }
}
