import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { Actors } from '@fubako/organisation';
import { isAlive, isWorthNoting } from '../core/session-life';
import { type Session, SessionRows } from '../data/session-rows';
import { tokenDigest } from './session-token';

/** ログイン中の状態: from the token of a request to the person who acts. */
@Injectable()
export class Sessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SessionRows,
    private readonly actors: Actors,
    private readonly settings: Settings,
  ) {}

  /** The person with posts and roles of today, in one reading unit; null when the token opens nothing (any more). */
  async actorOf(token: string | null): Promise<Actor | null> {
    const digest = tokenDigest(token);
    if (!digest) return null;
    const found = await this.uow.read(async () => {
      const [session, now, actorOf] = await Promise.all([
        this.rows.find(digest),
        this.uow.now(),
        this.actors.present(),
      ]);
      if (!session || !isAlive(session, now) || !this.isWelcome(session)) return null;
      return { actor: actorOf(session.staffNo), worthNoting: isWorthNoting(session, now), now };
    });
    if (found?.worthNoting) await this.uow.run(() => this.rows.noteUse(digest, found.now));
    return found?.actor ?? null;
  }

  /** Signs out. A token that opens nothing is as good as signed out. */
  async end(token: string | null): Promise<void> {
    const digest = tokenDigest(token);
    if (digest) await this.uow.run(async () => this.rows.revoke(digest, await this.uow.now()));
  }

  private isWelcome({ demo }: Session): boolean {
    return !demo || (this.settings.values.DEMO && !this.settings.production);
  }
}
