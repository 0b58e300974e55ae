import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';
import { MunicipalitySettings, OrganisationCharts } from '@fubako/organisation';

/** What the municipality and its organisation say of emergencies. Call inside a unit of work. */
@Injectable()
export class EmergencyTables {
  constructor(
    private readonly settings: MunicipalitySettings,
    private readonly charts: OrganisationCharts,
  ) {}

  /** Hours that one may last, and the post that is told of each. */
  async limits(): Promise<{ mostHours: number; reviewPost: string | null }> {
    const { emergencyReading, readingReviewPost } = (await this.settings.current()).access;
    return { mostHours: emergencyReading.mostHours, reviewPost: readingReviewPost };
  }

  async sectionName(code: UnitCode): Promise<string | null> {
    return (await this.charts.today()).unit(code)?.name ?? null;
  }

  /** How many people could be the second person. */
  async confirmers(): Promise<number> {
    const chart = await this.charts.today();
    return chart.people().filter(({ staffNo }) => {
      const roles = chart.rolesOf(staffNo).map(({ role }) => role as string);
      return roles.includes('emergency_confirmer') && !roles.includes('system_admin') && !roles.includes('org_admin');
    }).length;
  }
}
