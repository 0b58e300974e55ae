import { Injectable } from '@nestjs/common';
import { type LocalDate, type PostCode, type UnitCode, localDateAt, startOfDay } from '@fubako/kernel';
import { type DocumentCard, DocumentReading } from '@fubako/documents';
import {
  type Holder,
  MunicipalitySettings,
  type MunicipalitySettingValues,
  type OrganisationChart,
  type StandIns,
  WhoStandsIn,
} from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import type { ConcurringUnit, DelegationRule, DraftedSeat, RouteFacts } from '../core/route-facts';
import { CaseRows } from '../data/case-rows';
import type { RequestedSeats } from '../data/case.row';
import { DelegationRows } from '../data/delegation-rows';
import { PostDesk } from './post-desk';
import { type RoutedMatter, routedMatter } from './routed-matter';
import type { PostFact } from '../core/post-fact';

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
  readonly settings: MunicipalitySettingValues;
  readonly standIns: StandIns;
}

/** Gathers the facts of route planning, on today's organisation by the rule set in force, or on another basis. */
@Injectable()
export class RouteFactsReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly standIns: WhoStandsIn,
    private readonly settings: MunicipalitySettings,
    private readonly delegation: DelegationRows,
    private readonly cases: CaseRows,
    private readonly documents: DocumentReading,
  ) {}

  async read(
    matter: RoutedMatter,
    basis: PlanningBasis = {},
  ): Promise<{ facts: RouteFacts; drafterSeat: 'skip' | 'block' } & DefinitionVersions> {
    const ground = await this.ground(matter.matterType, basis);
    const { ruleSetId, settingsVersion, settings } = ground;
    return { facts: routeFacts(matter, ground), drafterSeat: settings.drafterSeat, ruleSetId, settingsVersion };
  }

  /** A document as a matter to be routed. */
  async matterOf(card: DocumentCard, requested: RequestedSeats): Promise<RoutedMatter> {
    const { review } = await this.documents.matterType(card);
    return routedMatter(card, { review, requested });
  }

  /** 審査 that matters of this type need today. */
  async reviewAskedFor(matterType: string): Promise<'none' | 'before' | 'after'> {
    return (await this.documents.matterTypeInForce(matterType))?.review ?? 'none';
  }

  /** What the drafter asked for at the last submission. */
  async requestedBefore(documentId: string): Promise<RequestedSeats> {
    return (await this.cases.find(documentId))?.requested ?? {};
  }

  /** For whoever plans many matters on one basis: read once, then {@link routeFacts} for each. */
  async ground(matterType: string, basis: PlanningBasis = {}): Promise<RouteGround> {
    const day = basis.day ?? localDateAt(await this.uow.now());
    // Another day is looked at as its office opens.
    const standIns = basis.day === undefined ? await this.standIns.now() : await this.standIns.at(openingOf(day));
    const { version, settings } =
      basis.settingsVersion === undefined
        ? await this.settings.on(day)
        : await this.settings.version(basis.settingsVersion);
    const ruleSetId = basis.ruleSetId ?? (await this.delegation.inForce(day));
    const rules = await this.delegation.rules(ruleSetId, matterType);
    return { chart: standIns.chart, standIns, ruleSetId, settingsVersion: version, rules, settings };
  }

  /** RULE-104 What a case under way keeps; nothing before its first submission, or where the town routes it anew. */
  async kept(documentId: string): Promise<PlanningBasis> {
    const { inFlightLevel } = await this.settings.current();
    const row = inFlightLevel === 'submission' ? await this.cases.find(documentId) : null;
    return row ? { ruleSetId: row.rule_set_id, settingsVersion: row.settings_version } : {};
  }
}

const NINE_HOURS = 9 * 3_600_000;

/** 09:00 in Japan. */
function openingOf(day: LocalDate): Date {
  return new Date(startOfDay(day).getTime() + NINE_HOURS);
}

export function routeFacts(matter: RoutedMatter, ground: RouteGround): RouteFacts {
  const { standIns, rules, settings } = ground;
  const { chart } = standIns;
  const unitCode = matter.unitCode as UnitCode;
  const desk = new PostDesk(standIns, matter.matterType);
  const sectionCode = chart.sectionOf(unitCode)?.code ?? unitCode;
  const top = chart.topHead();
  const facts = {
    drafter: matter.drafter,
    sectionCode,
    departmentCode: departmentOf(chart, unitCode),
    amount: matter.amount,
    fields: matter.fields,
    escalations: matter.escalations,
    raising: settings.escalationGrounds,
    urgent: matter.urgent ?? false,
    today: chart.date,
    policy: settings,
    concurrenceOrder: settings.concurrenceOrder,
    rules,
    line: desk.heads(unitCode),
    posts: namedPosts(desk, rules),
    concurring: concurringUnits(desk, rules),
    topHead: top ? desk.post(top) : null,
    review: reviewOf(desk, matter, { sectionCode, timing: settings.reviewTiming }),
    additions: additionsOf(desk, matter.requested),
    removals: matter.requested?.removals ?? {},
    passOver: matter.requested?.passOver ?? [],
  };
  return { ...facts, standings: desk.standings() };
}

/**
 * 審査 by the records clerk of the section; the deputy or the records office where that is the drafter, or nobody is. A
 * municipality may have all of it after the decision.
 */
function reviewOf(
  desk: PostDesk,
  { review = 'none', drafter }: RoutedMatter,
  { sectionCode, timing }: { sectionCode: UnitCode; timing: 'none' | 'before' | 'after' },
): RouteFacts['review'] {
  if (review === 'none' || timing === 'none') return null;
  const reviewer = reviewersOf(desk.chart, sectionCode).find(({ person }) => person.staffNo !== drafter.staffNo);
  return reviewer ? { timing: timing === 'after' ? timing : review, post: desk.post(reviewer.post) } : null;
}

function reviewersOf(chart: OrganisationChart, sectionCode: UnitCode): Holder[] {
  const duties = [
    ['records_clerk', sectionCode],
    ['deputy_records_clerk', sectionCode],
    ['records_officer', null],
  ] as const;
  return duties.flatMap(([role, unit]) =>
    chart.people().flatMap(({ staffNo }) => {
      const has = chart.rolesOf(staffNo).some((grant) => grant.role === role && grant.unitCode === unit);
      const main = chart.postsOf(staffNo)[0];
      return has && main && chart.holderOf(main.post.code)?.person.staffNo === staffNo ? [main] : [];
    }),
  );
}

function additionsOf(desk: PostDesk, requested: RequestedSeats | undefined): DraftedSeat[] {
  return (requested?.additions ?? []).flatMap(({ kind, postCode }) => {
    const post = desk.chart.post(postCode as PostCode);
    return post ? [{ kind, post: desk.post(post) }] : [];
  });
}

function namedPosts(desk: PostDesk, rules: readonly DelegationRule[]): Record<string, PostFact> {
  const codes = new Set(rules.flatMap(({ deciderPostCode }) => (deciderPostCode ? [deciderPostCode] : [])));
  const posts = [...codes].flatMap((code) => desk.chart.post(code as PostCode) ?? []);
  return Object.fromEntries(posts.map((post) => [post.code, desk.post(post)]));
}

function concurringUnits(desk: PostDesk, rules: readonly DelegationRule[]): Record<string, ConcurringUnit> {
  const paths = rules.flatMap(({ concurrence }) => concurrence.flatMap(({ units }) => units));
  const codes = new Set(paths.flatMap((path) => path.split('/')));
  const units = [...codes].flatMap((code) => desk.chart.unit(code as UnitCode) ?? []);
  return Object.fromEntries(
    units.map(({ code, name, sort }) => [
      code,
      { unitCode: code, unitName: name, sort, departmentCode: departmentOf(desk.chart, code), heads: desk.heads(code) },
    ]),
  );
}

function departmentOf(chart: OrganisationChart, unitCode: UnitCode): string | null {
  return chart.chainOf(unitCode).find(({ kind }) => kind === 'department')?.code ?? null;
}
