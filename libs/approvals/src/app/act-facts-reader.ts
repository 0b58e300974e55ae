import { Injectable } from '@nestjs/common';
import { type PostCode, type UnitCode, localDateAt, newId } from '@fubako/kernel';
import {
  MunicipalitySettings,
  type OrganisationChart,
  type Post,
  type StandIns,
  WhoStandsIn,
} from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { ActFacts, ActPolicy } from '../core/act-facts';
import { type Seat, newSeat, seatsOf } from '../core/case-state';
import type { Standing } from '../core/standing';
import type { LoadedCase } from './case-state-reader';
import { SentLetters } from './sent-letters';
import { standingOf } from './standings';

const STAND_INS = Symbol('stand-ins of this unit');

/** The facts of one case, with the organisation that they come from. */
export interface CaseFacts {
  readonly facts: ActFacts;
  readonly chart: OrganisationChart;
}

/** Gathers what the rules look at beside the case: who is there now, the settings the case keeps, what the actor is. */
@Injectable()
export class ActFactsReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly standIns: WhoStandsIn,
    private readonly settings: MunicipalitySettings,
    private readonly letters: SentLetters,
  ) {}

  /** @param morePosts posts beyond those of the route that the act may concern */
  async of(loaded: LoadedCase, actor: Actor, morePosts: readonly string[] = []): Promise<CaseFacts> {
    const facts = await this.ofAll([loaded], actor, morePosts);
    const mine = facts.get(loaded.card.id);
    if (!mine) throw new Error('Facts were gathered for no case.');
    return mine;
  }

  /** By document id; the organisation is read once for all of them. */
  async ofAll(
    cases: readonly LoadedCase[],
    actor: Pick<Actor, 'roles'>,
    morePosts: readonly string[] = [],
  ): Promise<Map<string, CaseFacts>> {
    const decided = cases.filter(({ card }) => card.state === 'decided').map(({ card }) => card.id);
    const [standIns, now, policies, sent] = await Promise.all([
      this.standInsOfUnit(),
      this.uow.now(),
      this.policies(cases),
      this.letters.of(decided),
    ]);
    const today = localDateAt(now);
    const standings = new RememberedStandings(standIns);
    const facts = cases.map((loaded): [string, CaseFacts] => {
      const { card, row, state, instructions } = loaded;
      const upward = upwardSeats(standIns.chart, loaded);
      const posts = [...seatsOf(state), ...upward].map(({ postCode }) => postCode);
      return [
        card.id,
        {
          chart: standIns.chart,
          facts: {
            today,
            policy: policies.get(row.settings_version) ?? noPolicy(row.settings_version),
            urgent: card.attributes.urgent,
            marks: card.attributes.escalations,
            partlySent: sent.has(card.id),
            instructedPosts: instructions.map(({ post_code }) => post_code),
            standings: standings.of([...posts, ...morePosts], card.matterType),
            upward,
            ...officeOf(actor, card.section.code),
          },
        },
      ];
    });
    return new Map(facts);
  }

  /** Asks for the organisation and the settings of today while other things are asked for: every act looks at them. */
  async prepare(): Promise<void> {
    await Promise.all([this.standInsOfUnit(), this.settings.current()]);
  }

  /** The act and the answer that shows what it led to look at the same organisation; no act changes it. */
  private standInsOfUnit(): Promise<StandIns> {
    return this.uow.gathered(STAND_INS, () => this.standIns.now());
  }

  /** RULE-104 A case keeps the settings under which it was submitted. */
  private async policies(cases: readonly LoadedCase[]): Promise<Map<number, ActPolicy>> {
    const policies = new Map<number, ActPolicy>();
    for (const version of new Set(cases.map(({ row }) => row.settings_version)))
      policies.set(version, (await this.settings.version(version)).settings);
    return policies;
  }
}

function noPolicy(version: number): never {
  throw new Error(`There is no version ${version} of the settings.`);
}

/** RULE-102 The records office; and the section's records clerk, who sees that an empty seat is filled. */
function officeOf(actor: Pick<Actor, 'roles'>, sectionCode: string): Pick<ActFacts, 'recordsOffice' | 'recordsClerk'> {
  const recordsOffice = actor.roles.some(({ role }) => role === 'records_officer');
  const clerk = actor.roles.some(
    ({ role, unitCode }) =>
      (role === 'records_clerk' || role === 'deputy_records_clerk') && (unitCode === null || unitCode === sectionCode),
  );
  return { recordsOffice, recordsClerk: recordsOffice || clerk };
}

/** Heads above the decider's unit, and the last instance: where a decision rises to (RULE-34). */
function upwardSeats(chart: OrganisationChart, { seats, row }: LoadedCase): Seat[] {
  const decision = seats.find(({ step_kind }) => step_kind === 'decision');
  const heads = decision ? chart.headsUpward(decision.unit_code as UnitCode).map(({ post }) => post) : [];
  const top = chart.topHead();
  const above = [...heads, ...(top ? [top] : [])].filter(({ rank }) => rank > row.decision_rank);
  const posts = new Map(above.map((post) => [post.code, post]));
  return [...posts.values()].map((post) => seatOfPost(chart, post));
}

/** A fresh seat of a post that the route did not have. */
export function seatOfPost(chart: OrganisationChart, post: Post): Seat {
  const unitName = chart.unit(post.unitCode)?.name ?? '';
  return newSeat({ id: newId<string>(), postCode: post.code, postTitle: post.title, unitName, rank: post.rank });
}

/** Standings are asked again and again for the same few posts. */
class RememberedStandings {
  private readonly known = new Map<string, Standing>();

  constructor(private readonly standIns: StandIns) {}

  of(postCodes: readonly string[], matterType: string): Record<string, Standing> {
    return Object.fromEntries(postCodes.map((code) => [code, this.standing(code, matterType)]));
  }

  private standing(code: string, matterType: string): Standing {
    const key = `${matterType}\n${code}`;
    const standing = this.known.get(key) ?? standingOf(this.standIns, code as PostCode, matterType);
    this.known.set(key, standing);
    return standing;
  }
}
