import { Injectable } from '@nestjs/common';
import { type LocalDate, addDays, localDateAt } from '@fubako/kernel';
import { type DocumentCard, DocumentReading } from '@fubako/documents';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type RouteDifference, compareRoutes } from '../core/compare-routes';
import { planRoute } from '../core/plan-route';
import type { RoutePlan } from '../core/route-plan';
import { tallyTrial } from '../core/tally-trial';
import { type TriedCaseRow, TriedCaseRows } from '../data/tried-case-rows';
import type { RouteTrial, TriedMatter } from './delegation-views.dto';
import { type RouteGround, RouteFactsReader, routeFacts } from './route-facts-reader';
import { type RoutedMatter, routedMatter } from './routed-matter';

/** What a matter's route is planned from beside the matter itself. */
export interface RouteBasis {
  readonly ground: RouteGround;
  /** 審査 as the matter type asks for it. */
  readonly review: Review;
}

export type Review = NonNullable<RoutedMatter['review']>;

/** The matters decided last that are planned anew beside everything under way: so many, and only of so many days. */
export interface DecidedLately {
  readonly most: number;
  readonly days: number | null;
}

export interface ReplanQuery {
  readonly actor: Actor;
  readonly decided: DecidedLately;
  /** What would hold instead of what a matter keeps. */
  readonly otherwise: (matterType: string, kept: RouteBasis) => RouteBasis;
}

interface TriedCase {
  readonly row: TriedCaseRow;
  readonly card: DocumentCard;
  readonly difference: RouteDifference;
}

const CHUNK = 500;
const LISTED = 500;

/**
 * 試す: plans real matters on another basis with the function that plans them in earnest. Those under way are planned on
 * today's organisation, decided ones on that of the day of their submission; either by what they keep but for what is tried.
 */
@Injectable()
export class ReplanMatters {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: TriedCaseRows,
    private readonly documents: DocumentReading,
    private readonly facts: RouteFactsReader,
    private readonly charts: OrganisationCharts,
  ) {}

  /** Call inside a unit of work. */
  async run({ actor, decided, otherwise }: ReplanQuery): Promise<RouteTrial> {
    const rows = [...(await this.cases.open()), ...(await this.decided(decided))];
    const grounds = await this.grounds(rows);
    const differences: RouteDifference[] = [];
    const changed: TriedCase[] = [];
    for (let at = 0; at < rows.length; at += CHUNK) {
      for (const tried of await this.compare(rows.slice(at, at + CHUNK), grounds, otherwise)) {
        differences.push(tried.difference);
        if (tried.difference.changed) changed.push(tried);
      }
    }
    const matters = await this.listed(changed, actor);
    const open = rows.filter((row) => !row.decided).length;
    const { gained, lost, ...figures } = tallyTrial(differences);
    const counts = { open, decided: rows.length - open, unlisted: changed.length - matters.length };
    return { ...counts, ...figures, gained: [...gained], lost: [...lost], matters };
  }

  private async decided({ most, days }: DecidedLately): Promise<TriedCaseRow[]> {
    if (days === null) return this.cases.decided(most);
    const today = localDateAt(await this.uow.now());
    return this.cases.decided(most, addDays(today, 1 - days));
  }

  private async compare(
    rows: readonly TriedCaseRow[],
    grounds: Grounds,
    otherwise: ReplanQuery['otherwise'],
  ): Promise<TriedCase[]> {
    const cards = new Map(
      (await this.documents.countedCards(rows.map((row) => row.documentId))).map((card) => [card.id, card]),
    );
    const tried: TriedCase[] = [];
    for (const row of rows) {
      const card = cards.get(row.documentId);
      if (!card) continue;
      const { review } = await this.documents.matterType(card);
      const kept = { ground: await grounds.of(card.matterType, row), review };
      const [old, fresh] = [planned(card, kept), planned(card, otherwise(card.matterType, kept))];
      tried.push({ row, card, difference: compareRoutes(old, fresh) });
    }
    return tried;
  }

  private async grounds(rows: readonly TriedCaseRow[]): Promise<Grounds> {
    const today = localDateAt(await this.uow.now());
    const days = rows.map((row) => localDateAt(row.submittedAt));
    const first = days.reduce((least, day) => (day < least ? day : least), today);
    const changes = [first, ...(await this.charts.changeDays(first, today))];
    const read = (matterType: string, row: TriedCaseRow, day: LocalDate) =>
      this.facts.ground(matterType, { day, ruleSetId: row.ruleSetId, settingsVersion: row.settingsVersion });
    return new Grounds({ today, changes }, read);
  }

  private async listed(changed: readonly TriedCase[], actor: Actor): Promise<TriedMatter[]> {
    const titles = await this.documents.readableTitles(
      changed.map(({ card }) => card.id),
      actor,
    );
    const shown = changed.filter(({ card }) => titles.has(card.id)).slice(0, LISTED);
    const matters: TriedMatter[] = [];
    for (const { row, card, difference } of shown) {
      const { name } = await this.documents.matterType(card);
      matters.push(matterView({ row, card, difference }, titles.get(card.id) ?? '', name));
    }
    return matters;
  }
}

interface GroundFacts {
  readonly today: LocalDate;
  /** Days on which the organisation became another, the first one included. */
  readonly changes: readonly LocalDate[];
}

type ReadGround = (matterType: string, row: TriedCaseRow, day: LocalDate) => Promise<RouteGround>;

/** What many matters have in common, read once: charts change on few days, tables and settings have few versions. */
class Grounds {
  private readonly known = new Map<string, Promise<RouteGround>>();

  constructor(
    private readonly facts: GroundFacts,
    private readonly read: ReadGround,
  ) {}

  of(matterType: string, row: TriedCaseRow): Promise<RouteGround> {
    const day = row.decided ? this.lastChange(localDateAt(row.submittedAt)) : this.facts.today;
    const key = [matterType, row.ruleSetId, row.settingsVersion, day].join('/');
    const reading = this.known.get(key) ?? this.read(matterType, row, day);
    this.known.set(key, reading);
    return reading;
  }

  private lastChange(day: LocalDate): LocalDate {
    return this.facts.changes.findLast((change) => change <= day) ?? day;
  }
}

function planned(card: DocumentCard, { ground, review }: RouteBasis): RoutePlan {
  return planRoute(routeFacts(routedMatter(card, { review }), ground));
}

function matterView({ row, card, difference }: TriedCase, title: string, matterTypeName: string): TriedMatter {
  return {
    documentId: card.id,
    title,
    matterTypeName,
    sectionName: card.section.name,
    amount: card.amount,
    decided: row.decided,
    before: difference.before,
    after: difference.after,
    gained: [...difference.gained],
    lost: [...difference.lost],
  };
}
