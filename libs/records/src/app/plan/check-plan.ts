import { Injectable } from '@nestjs/common';
import { type LocalDate, fiscalYearOf } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import {
  Faults,
  FUNCTIONS,
  ORG_UNITS,
  OrganisationSections,
  PackageContents,
  Register,
  wholeFile,
} from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { type PlanClass, hasEnded } from '../../core/plan/filing-plan';
import { type PlanFault, endingFaults } from '../../core/plan/plan-faults';
import { isBeatenByLaw, termsOfPlan } from '../../core/plan/terms-of-plan';
import { PlanClassRows } from '../../data/plan/plan-class-rows';
import { checkPlanRows } from '../../package/filing-plan';
import { FILING_PLAN, type FilingClassValues, filingPlan } from '../../package/filing-class-table';
import { valuesOf } from '../../package/plan-list';
import { RETENTION_CLASSES, retentionClassesSection } from '../../package/retention-classes';

const NEEDED: readonly string[] = [FUNCTIONS.name, ORG_UNITS.name];

/** PLAN-5 The checks of the package importer, for a plan that is drafted in the application. Call inside a unit of work. */
@Injectable()
export class CheckPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisation: OrganisationSections,
    private readonly documents: DocumentReading,
    private readonly rows: PlanClassRows,
  ) {}

  /** @param day from which the plan will hold. @param changed codes of the classes that the draft changes */
  async run(plan: readonly PlanClass[], changed: ReadonlySet<string>, day: LocalDate): Promise<PlanFault[]> {
    const [all, faults] = [await this.stored(day), new Faults()];
    const rows = plan.map((one) => ({ values: valuesOf(one), line: 0, at: placeOf(one.code) }));
    const own = new Register(filingPlan, { rows, unreadable: new Set() }, await this.known());
    all.set(FILING_PLAN, own);
    checkPlanRows(own, all, faults);
    const found = faults
      .all()
      .map(({ code, file, field }): PlanFault => ({ code, classCode: file, column: field, severity: 'error' }));
    const year = fiscalYearOf(day);
    const early = await this.tooEarly(plan, changed, day);
    return [...found, ...early, ...endingFaults(plan, changed, year), ...(await this.warnings(plan, changed, day))];
  }

  /** FIL-9 Nothing is kept by a retention class before its day. */
  private async tooEarly(
    plan: readonly PlanClass[],
    changed: ReadonlySet<string>,
    day: LocalDate,
  ): Promise<PlanFault[]> {
    const known = await this.rows.retention();
    const from = ({ retentionClass }: PlanClass) => known.get(retentionClass ?? '')?.validFrom ?? day;
    return plan
      .filter((one) => changed.has(one.code) && from(one) > day)
      .map(({ code }) => ({
        code: 'plan.retention-to-come',
        classCode: code,
        column: 'retention_class',
        severity: 'error',
      }));
  }

  /** What holds, but will surprise: a law that is longer than the class says, a preset of a matter type that ends. */
  private async warnings(
    plan: readonly PlanClass[],
    changed: ReadonlySet<string>,
    day: LocalDate,
  ): Promise<PlanFault[]> {
    const byCode = new Map(plan.map((one) => [one.code, one]));
    const known = await this.rows.retention();
    const warn = (code: string, classCode: string, column: string): PlanFault => ({
      code,
      classCode,
      column,
      severity: 'warning',
    });
    const lawful = plan.filter(({ code }) => {
      const terms = changed.has(code) ? termsOfPlan(code, byCode, known) : null;
      return terms !== null && isBeatenByLaw(terms);
    });
    const types = await this.documents.matterTypesOn(day);
    const presets = new Set(types.map(({ default_class_code: code }) => code));
    const ending = plan.filter((one) => presets.has(one.code) && hasEnded(one, fiscalYearOf(day)));
    return [
      ...lawful.map(({ code }) => warn('plan.law-is-longer', code, 'retention_class')),
      ...ending.map(({ code }) => warn('plan.preset-ends', code, 'last_year')),
    ];
  }

  private async stored(day: LocalDate): Promise<PackageContents> {
    const all = new PackageContents();
    for (const section of this.organisation.all)
      if (section.stored && NEEDED.includes(section.key.name)) all.set(section.key, await section.stored(day));
    all.set(RETENTION_CLASSES, await retentionClassesSection(this.uow).stored(day));
    return all;
  }

  private async known(): Promise<FilingClassValues[]> {
    return (await this.rows.all()).map(valuesOf);
  }
}

/** The class stands where a package has its file: faults come back by class. */
const placeOf =
  (code: string) =>
  (column: string): ReturnType<typeof wholeFile> => ({ ...wholeFile(code), field: column });
