import { Injectable } from '@nestjs/common';
import type { Actor, EmergencyScope } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { Actors } from '@fubako/organisation';
import { isAlive, isWorthNoting } from '../core/session-life';
import { type OpenedEmergency, type Session, SessionRows } from '../data/session-rows';
import { tokenDigest } from './session-token';
import { UsableAccounts } from './usable-accounts';

/** A session and the person who acts in it, with posts and roles of today. */
export interface OpenedSession {
  readonly session: Session;
  readonly actor: Actor;
  /** 緊急閲覧 that is open for the person now; whether it holds for a request is another question (`opensAt`). */
  readonly emergency: EmergencyScope | null;
}

/** ログイン中の状態: from the token of a request to the person who acts. */
@Injectable()
export class Sessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SessionRows,
    private readonly actors: Actors,
    private readonly accounts: UsableAccounts,
  ) {}

  /**
   * With one question to the database; null when the token opens nothing (any more).
   * @param inUse whether a person asked, so that the session is not idle; programs of a page ask by themselves too
   */
  async open(token: string | null, inUse: boolean): Promise<OpenedSession | null> {
    const digest = tokenDigest(token);
    const found = digest && (await this.rows.find(digest));
    if (!found) return null;
    const { now, revision, emergencies, ...session } = found;
    if (!isAlive(session, now) || !this.accounts.welcomes(session)) return null;
    const actor = await this.actors.at(now, revision, session.staffNo);
    if (await this.actors.hasLeft(actor)) return null;
    if (inUse && isWorthNoting(session, now)) await this.uow.run(() => this.rows.noteUse(session.id, now));
    return { session, actor, emergency: openAt(now, emergencies ?? []) };
  }

  /** Signs out. A token that opens nothing is as good as signed out. */
  async end(token: string | null): Promise<void> {
    const digest = tokenDigest(token);
    if (digest) await this.uow.run(async () => this.rows.revoke(digest, await this.uow.now()));
  }
}

/** All that is open for a person at this moment as one. */
function openAt(now: Date, emergencies: readonly OpenedEmergency[]): EmergencyScope | null {
  const open = emergencies.filter(({ until }) => new Date(until) > now);
  if (open.length === 0) return null;
  return {
    matters: open.flatMap(({ matters }) => matters),
    units: open.flatMap(({ units }) => units),
    reason: open.map(({ reason }) => reason).join(' / '),
  };
}
