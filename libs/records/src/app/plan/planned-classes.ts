import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { type PlanClass, withChanges } from '../../core/plan/filing-plan';
import { PlanClassRows } from '../../data/plan/plan-class-rows';
import { type PlanVersionRow, PlanVersionRows } from '../../data/plan/plan-version-rows';

/** PLAN-3 The filing plan of a day: past as it was, today as it is, to come with what is published for it. Call inside a unit of work. */
@Injectable()
export class PlannedClasses {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly classes: PlanClassRows,
    private readonly versions: PlanVersionRows,
  ) {}

  async on(day: LocalDate): Promise<PlanClass[]> {
    return day < (await this.today()) ? this.classes.asOf(day) : this.with(day);
  }

  /** The plan of today, or of a day to come. */
  async onOrNow(day: LocalDate): Promise<PlanClass[]> {
    const today = await this.today();
    return this.with(day < today ? today : day);
  }

  /** The plan of today with all that is published for days to come. */
  latest(): Promise<PlanClass[]> {
    return this.with(null);
  }

  /** The plan on which a version stands: everything that comes into force before it. */
  before({ version }: Pick<PlanVersionRow, 'version'>, day: LocalDate): Promise<PlanClass[]> {
    return version === null ? this.latest() : this.with(day, (other) => (other.version ?? 0) < version);
  }

  private async with(
    day: LocalDate | null,
    counts: (version: PlanVersionRow) => boolean = () => true,
  ): Promise<PlanClass[]> {
    let plan: readonly PlanClass[] = await this.classes.all();
    for (const version of (await this.versions.scheduled(day)).filter(counts))
      plan = withChanges(plan, await this.versions.changes(version.id));
    return [...plan];
  }

  private async today(): Promise<LocalDate> {
    return localDateAt(await this.uow.now());
  }
}
