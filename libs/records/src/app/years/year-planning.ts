import { Injectable } from '@nestjs/common';
import {
  type FiscalYear,
  type LocalDate,
  type UnitCode,
  addDays,
  canonicalBytes,
  firstDayOf,
  sha256Hex,
} from '@fubako/kernel';
import { type OrganisationChart, OrganisationCharts, Succession, movedFunctions } from '@fubako/organisation';
import { lineOf } from '../../core/plan/filing-plan';
import { type ClassOfYear, type Section, type YearFacts, type YearPlan, planYear } from '../../core/years/plan-year';
import { YearFactsRows } from '../../data/years/year-facts-rows';
import { YearPlanRows } from '../../data/years/year-plan-rows';
import { PlannedClasses } from '../plan/planned-classes';

export interface PlannedYear extends YearPlan {
  /** The organisation on the first day. */
  readonly chart: OrganisationChart;
  /** Of the lines as they were shown: what somebody confirms. */
  readonly digest: string;
}

/** Plans a year from what there is today. Call inside a unit of work. */
@Injectable()
export class YearPlanning {
  constructor(
    private readonly charts: OrganisationCharts,
    private readonly facts: YearFactsRows,
    private readonly plans: YearPlanRows,
    private readonly filingPlan: PlannedClasses,
  ) {}

  async of(fiscalYear: FiscalYear): Promise<PlannedYear> {
    const first = firstDayOf(fiscalYear);
    const chart = await this.charts.on(first);
    const before = await this.charts.on(addDays(first, -1));
    const files = await this.facts.files(fiscalYear);
    const classes = await this.classesOn(first);
    const choices = await this.plans.choices(fiscalYear);
    const plan = planYear({ fiscalYear, files, classes, choices, ...homes(before, chart) });
    return { ...plan, chart, digest: sha256Hex(canonicalBytes(plan.lines)) };
  }

  /** 小分類 by the filing plan of that day, published versions included (PLAN-7). */
  async classesOn(day: LocalDate): Promise<ClassOfYear[]> {
    const plan = await this.filingPlan.onOrNow(day);
    const byCode = new Map(plan.map((one) => [one.code, one]));
    const functionOf = (code: string) => lineOf(code, byCode).find(({ functionCode }) => functionCode !== null);
    return plan.flatMap(({ code, name, level, personalData, retentionClass, lastYear }) =>
      level === 3
        ? [{ code, name, personalData, retentionClass, lastYear, functionCode: functionOf(code)?.functionCode ?? null }]
        : [],
    );
  }
}

/** Where files belong on the first day: with their function, else in their section, else where its successor is (RULE-103). */
function homes(
  before: OrganisationChart,
  chart: OrganisationChart,
): Pick<YearFacts, 'homeOf' | 'section' | 'isAssigned'> {
  const handed = new Map(
    movedFunctions(before, chart).map(({ functionCode, from, to }) => [`${functionCode} ${from.code}`, to]),
  );
  const ended = before.units().filter(({ code }) => chart.unit(code) === null);
  const succession = new Succession(chart, new Map(ended.map(({ code }) => [code, before])));
  const section = (code: string): Section | null => {
    const unit = chart.unit(code as UnitCode);
    return unit ? { code: unit.code, name: unit.name } : null;
  };
  const homeOf: YearFacts['homeOf'] = ({ sectionCode, functionCode }) => {
    const to = handed.get(`${functionCode} ${sectionCode}`);
    if (to) return { code: to.code, name: to.name };
    const own = section(sectionCode);
    if (own) return own;
    const heir = succession.sectionFor(sectionCode, { functionCode });
    return heir ? { code: heir.code, name: heir.name } : null;
  };
  return { homeOf, section, isAssigned: (functionCode) => chart.function(functionCode) !== null };
}
