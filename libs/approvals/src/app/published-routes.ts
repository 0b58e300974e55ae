import { Injectable } from '@nestjs/common';
import { type LocalDate, addDays } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { PublishedRoute } from '../core/coverage';
import { planRoute } from '../core/plan-route';
import type { RoutePlan } from '../core/route-plan';
import type { DelegationRule } from '../core/route-facts';
import { RuleSetRows } from '../data/rule-set-rows';
import { RouteFactsReader, type RouteGround, routeFacts } from './route-facts-reader';
import type { RoutedMatter } from './routed-matter';

/** Everything that can be planned, and the days for which the plans hold. */
export interface RoutesOfSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly planned: readonly { readonly route: PublishedRoute; readonly plan: RoutePlan }[];
}

/** Somebody of the unit who holds none of the seats. */
const SOMEBODY = { staffNo: '', name: '', postCode: '' };

/** Each rule of the table in force, for each matter type and each unit whose people draft. Call inside a unit of work. */
@Injectable()
export class PublishedRoutes {
  constructor(
    private readonly charts: OrganisationCharts,
    private readonly documents: DocumentReading,
    private readonly facts: RouteFactsReader,
    private readonly sets: RuleSetRows,
  ) {}

  /** Spans without a gap between them: a new one begins where the organisation or a definition changes. */
  async during(from: LocalDate, until: LocalDate): Promise<RoutesOfSpan[]> {
    const begins = new Set([
      from,
      ...(await this.charts.changeDays(from, until)),
      ...(await this.sets.changeDays(from, until)),
      ...(await this.documents.matterTypeChangeDays(from, until)),
    ]);
    const days = [...begins].sort();
    const spans: RoutesOfSpan[] = [];
    for (const [place, day] of days.entries()) {
      const next = days[place + 1];
      spans.push({ from: day, until: next ? addDays(next, -1) : until, planned: await this.on(day) });
    }
    return spans;
  }

  private async on(day: LocalDate): Promise<RoutesOfSpan['planned'][number][]> {
    const units = draftingUnits(await this.charts.on(day));
    const planned: RoutesOfSpan['planned'][number][] = [];
    for (const { code, name, review } of await this.documents.matterTypesOn(day)) {
      const ground = await this.facts.ground(code, { day });
      for (const unit of units)
        for (const rule of ground.rules) {
          const route = {
            matterType: code,
            matterTypeName: name,
            rule: rule.reason,
            unitCode: unit.code,
            unitName: unit.name,
          };
          planned.push({ route, plan: planByRule(rule, { unitCode: unit.code, review }, ground) });
        }
    }
    return planned;
  }
}

/** The plan of a matter to which just this rule applies, whatever its fields and amount are. */
function planByRule(
  rule: DelegationRule,
  asked: Pick<RoutedMatter, 'unitCode' | 'review'>,
  ground: RouteGround,
): RoutePlan {
  const rules = [{ ...rule, when: '', minAmount: null, maxAmount: null }];
  const matter = { matterType: '', drafter: SOMEBODY, ...asked, fields: {}, amount: null, escalations: [] };
  return planRoute(routeFacts(matter, { ...ground, rules }));
}

/** Units in which somebody sits who is not their head: those people draft. */
function draftingUnits(chart: OrganisationChart) {
  const codes = new Set(
    chart.posts().flatMap((post) => (!post.headship && chart.holderOf(post.code) ? [post.unitCode] : [])),
  );
  return chart.units().filter(({ code }) => codes.has(code));
}
