import type { StaffNo, UnitCode } from '@fubako/kernel';
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

  /** 文書主任 of the section. */
  clerkOf(section: string): Promise<string> {
    return this.withRole('records_clerk', section);
  }

  /** One of 文書主管課. */
  recordsOfficer(): Promise<string> {
    return this.withRole('records_officer', null);
  }

  /** 課長 */
  async headOf(section: string): Promise<string> {
    const chart = await this.uow.read(() => this.charts.today());
    const head = chart.headOf(section as UnitCode);
    const holder = head && chart.holderOf(head.code);
    return holder ? holder.person.staffNo : this.clerkOf(section);
  }

  /** Somebody of the section or of a unit below it who heads nothing. */
  async memberOf(section: string, random: SeededRandom): Promise<string> {
    const chart = await this.uow.read(() => this.charts.today());
    const units = chart.subtreeOf(section as UnitCode);
    const staff = chart
      .posts()
      .filter((post) => units.includes(post.unitCode) && !post.headship)
      .flatMap(({ code }) => chart.holderOf(code) ?? []);
    return random.pick(staff).person.staffNo;
  }

  private async withRole(role: string, section: string | null): Promise<string> {
    const chart = await this.uow.read(() => this.charts.today());
    const holds = (staffNo: StaffNo) =>
      chart.rolesOf(staffNo).some((held) => held.role === role && held.unitCode === section);
    const found = chart.people().find(({ staffNo }) => holds(staffNo));
    if (!found) throw new Error(`Nobody is ${role} of ${section ?? 'the town'}.`);
    return found.staffNo;
  }
}
