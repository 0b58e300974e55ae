import { Injectable } from '@nestjs/common';
import { type LocalDate, type PostCode, type UnitCode, localDateAt } from '@fubako/kernel';
import {
  type Holder,
  MunicipalitySettings,
  OrganisationCharts,
  type OrganisationChart,
  type Post,
} from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import type { ConcurringUnit, DelegationRule, PostFact, RouteFacts } from '../core/route-facts';
import { CaseRows } from '../data/case-rows';
import { DelegationRows } from '../data/delegation-rows';

/** The matter as far as its route depends on it: a frozen draft, or what is being typed. */
export interface RoutedMatter {
  readonly matterType: string;
  readonly drafter: { readonly staffNo: string; readonly name: string; readonly postCode: string };
  readonly unitCode: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly amount: number | null;
  readonly escalations: readonly string[];
}

/** On which day's organisation and by which rules to plan; today and the set in force where it says nothing. */
export interface PlanningBasis {
  readonly day?: LocalDate;
  /** The set that a running case keeps (RULE-104), or one that is being tried. */
  readonly ruleSetId?: number;
  readonly settingsVersion?: number;
}

/** What a case keeps of the definitions that it was planned with (RULE-104). */
export interface DefinitionVersions {
  readonly ruleSetId: number;
  readonly settingsVersion: number;
}

/** What the routes of all matters of one type have in common on one basis. */
export interface RouteGround {
  readonly chart: OrganisationChart;
  readonly ruleSetId: number;
  readonly settingsVersion: number;
  readonly rules: readonly DelegationRule[];
  readonly samePerson: RouteFacts['samePerson'];
}

/** Gathers the facts of route planning, on today's organisation by the rule set in force, or on another basis. */
@Injectable()
export class RouteFactsReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly settings: MunicipalitySettings,
    private readonly delegation: DelegationRows,
    private readonly cases: CaseRows,
  ) {}

  async read(matter: RoutedMatter, basis: PlanningBasis = {}): Promise<{ facts: RouteFacts } & DefinitionVersions> {
    const ground = await this.ground(matter.matterType, basis);
    const { ruleSetId, settingsVersion } = ground;
    return { facts: routeFacts(matter, ground), ruleSetId, settingsVersion };
  }

  /** For whoever plans many matters on one basis: read once, then {@link routeFacts} for each. */
  async ground(matterType: string, basis: PlanningBasis = {}): Promise<RouteGround> {
    const day = basis.day ?? localDateAt(await this.uow.now());
    const chart = await this.charts.on(day);
    const { version, settings } =
      basis.settingsVersion === undefined
        ? await this.settings.on(day)
        : await this.settings.version(basis.settingsVersion);
    const ruleSetId = basis.ruleSetId ?? (await this.delegation.inForce(day));
    const rules = await this.delegation.rules(ruleSetId, matterType);
    return { chart, ruleSetId, settingsVersion: version, rules, samePerson: settings.samePerson };
  }

  /** RULE-104 What a case under way keeps; nothing before its first submission, or where the town routes it anew. */
  async kept(documentId: string): Promise<PlanningBasis> {
    const { inFlightLevel } = await this.settings.current();
    const row = inFlightLevel === 'submission' ? await this.cases.find(documentId) : null;
    return row ? { ruleSetId: row.rule_set_id, settingsVersion: row.settings_version } : {};
  }
}

export function routeFacts(matter: RoutedMatter, { chart, rules, samePerson }: RouteGround): RouteFacts {
  const unitCode = matter.unitCode as UnitCode;
  return {
    drafter: matter.drafter,
    sectionCode: chart.sectionOf(unitCode)?.code ?? unitCode,
    departmentCode: departmentOf(chart, unitCode),
    amount: matter.amount,
    fields: matter.fields,
    escalations: matter.escalations,
    rules,
    line: headsFrom(chart, unitCode),
    posts: namedPosts(chart, rules),
    concurring: concurringUnits(chart, rules),
    topHead: topHeadOf(chart),
    samePerson,
  };
}

export function topHeadOf(chart: OrganisationChart): PostFact | null {
  const top = chart.topHead();
  return top ? postFact(chart, top) : null;
}

function headsFrom(chart: OrganisationChart, unitCode: UnitCode): PostFact[] {
  return chart.headsUpward(unitCode).map(({ post }) => postFact(chart, post));
}

function namedPosts(chart: OrganisationChart, rules: readonly DelegationRule[]): Record<string, PostFact> {
  const codes = new Set(rules.flatMap(({ deciderPostCode }) => (deciderPostCode ? [deciderPostCode] : [])));
  const posts = [...codes].flatMap((code) => chart.post(code as PostCode) ?? []);
  return Object.fromEntries(posts.map((post) => [post.code, postFact(chart, post)]));
}

function concurringUnits(chart: OrganisationChart, rules: readonly DelegationRule[]): Record<string, ConcurringUnit> {
  const codes = new Set(rules.flatMap(({ concurrence }) => concurrence.flat()));
  const units = [...codes].flatMap((code) => chart.unit(code as UnitCode) ?? []);
  return Object.fromEntries(
    units.map(({ code, name }) => [
      code,
      { unitCode: code, unitName: name, departmentCode: departmentOf(chart, code), heads: headsFrom(chart, code) },
    ]),
  );
}

function departmentOf(chart: OrganisationChart, unitCode: UnitCode): string | null {
  return chart.chainOf(unitCode).find(({ kind }) => kind === 'department')?.code ?? null;
}

function postFact(chart: OrganisationChart, post: Post): PostFact {
  const unit = chart.unit(post.unitCode);
  return {
    postCode: post.code,
    postTitle: post.title,
    rank: post.rank,
    unitCode: post.unitCode,
    unitName: unit?.name ?? post.unitCode,
    unitKind: unit?.kind ?? 'unit',
    holder: holderFact(chart.holderOf(post.code)),
  };
}

function holderFact(holder: Holder | null) {
  return holder ? { staffNo: holder.person.staffNo, name: holder.person.name, kind: holder.kind } : null;
}
