import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt } from '@fubako/kernel';
import { type DocumentCard, DocumentReading } from '@fubako/documents';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type RouteDifference, compareRoutes } from '../core/compare-routes';
import { planRoute } from '../core/plan-route';
import { tallyTrial } from '../core/tally-trial';
import { type TriedCaseRow, TriedCaseRows } from '../data/tried-case-rows';
import type { DelegationTrial, TriedMatter } from './delegation-views.dto';
import { type RouteGround, RouteFactsReader, routeFacts } from './route-facts-reader';
import { routedMatter } from './routed-matter';
import { TriedRules, type TriedTable } from './tried-rules';

export interface TrialQuery extends TriedTable {
  readonly actor: Actor;
  /** How many of the matters decided last, beside everything under way. */
  readonly decided: number;
}

interface TriedCase {
  readonly row: TriedCaseRow;
  readonly card: DocumentCard;
  readonly difference: RouteDifference;
}

const CHUNK = 500;
const LISTED = 500;

/**
 * 試す: plans real matters by a changed table with the function that plans them in earnest. Those under way are planned on
 * today's organisation, decided ones on that of the day of their submission; either by the settings they keep.
 */
@Injectable()
export class TryDelegationTable {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: TriedCaseRows,
    private readonly rules: TriedRules,
    private readonly documents: DocumentReading,
    private readonly facts: RouteFactsReader,
    private readonly charts: OrganisationCharts,
  ) {}

  /** @throws DomainError approvals.not-your-table, approvals.table-not-found, approvals.table-has-faults */
  run({ actor, decided, ...table }: TrialQuery): Promise<DelegationTrial> {
    return this.uow.read(async () => {
      const rules = await this.rules.of(table, actor);
      const rows = [...(await this.cases.open()), ...(await this.cases.decided(decided))];
      const grounds = await this.grounds(rows, rules);
      const differences: RouteDifference[] = [];
      const changed: TriedCase[] = [];
      for (let at = 0; at < rows.length; at += CHUNK) {
        for (const tried of await this.compare(rows.slice(at, at + CHUNK), grounds)) {
          differences.push(tried.difference);
          if (tried.difference.changed) changed.push(tried);
        }
      }
      const matters = await this.listed(changed, actor);
      const open = rows.filter((row) => !row.decided).length;
      const { gained, lost, ...figures } = tallyTrial(differences);
      const counts = { open, decided: rows.length - open, unlisted: changed.length - matters.length };
      return { ...counts, ...figures, gained: [...gained], lost: [...lost], matters };
    });
  }

  private async compare(rows: readonly TriedCaseRow[], grounds: Grounds): Promise<TriedCase[]> {
    const cards = new Map(
      (await this.documents.cards(rows.map((row) => row.documentId))).map((card) => [card.id, card]),
    );
    const tried: TriedCase[] = [];
    for (const row of rows) {
      const card = cards.get(row.documentId);
      if (!card) continue;
      const { before, after } = await grounds.of(card.matterType, row);
      const [old, fresh] = [before, after].map((ground) => planRoute(routeFacts(routedMatter(card), ground)));
      if (old && fresh) tried.push({ row, card, difference: compareRoutes(old, fresh) });
    }
    return tried;
  }

  private async grounds(rows: readonly TriedCaseRow[], rules: Awaited<ReturnType<TriedRules['of']>>): Promise<Grounds> {
    const today = localDateAt(await this.uow.now());
    const days = rows.map((row) => localDateAt(row.submittedAt));
    const first = days.reduce((least, day) => (day < least ? day : least), today);
    const changes = [first, ...(await this.charts.changeDays(first, today))];
    const read = (matterType: string, row: TriedCaseRow, day: LocalDate) =>
      this.facts.ground(matterType, { day, ruleSetId: row.ruleSetId, settingsVersion: row.settingsVersion });
    return new Grounds({ today, changes, rules }, read);
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
  readonly rules: ReadonlyMap<string, RouteGround['rules']>;
}

type ReadGround = (matterType: string, row: TriedCaseRow, day: LocalDate) => Promise<RouteGround>;

/** What many matters have in common, read once: charts change on few days, tables and settings have few versions. */
class Grounds {
  private readonly known = new Map<string, Promise<RouteGround>>();

  constructor(
    private readonly facts: GroundFacts,
    private readonly read: ReadGround,
  ) {}

  async of(matterType: string, row: TriedCaseRow): Promise<{ before: RouteGround; after: RouteGround }> {
    const day = row.decided ? this.lastChange(localDateAt(row.submittedAt)) : this.facts.today;
    const key = [matterType, row.ruleSetId, row.settingsVersion, day].join('/');
    const reading = this.known.get(key) ?? this.read(matterType, row, day);
    this.known.set(key, reading);
    const before = await reading;
    return { before, after: { ...before, rules: this.facts.rules.get(matterType) ?? [] } };
  }

  private lastChange(day: LocalDate): LocalDate {
    return this.facts.changes.findLast((change) => change <= day) ?? day;
  }
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
