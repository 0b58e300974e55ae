import { Injectable } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import type { Request } from 'express';
import { isAlive } from '../core/session-life';
import { SessionRows } from '../data/session-rows';
import { tokenOf } from '../http/session-cookie';
import { tokenDigest } from './session-token';

/** For what outlives a request: which sessions still stand. Asking is no use of a session. */
@Injectable()
export class OpenSessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SessionRows,
    private readonly settings: Settings,
  ) {}

  /** A name for the session of the request, which opens nothing; null without one. */
  nameOf(request: Request): string | null {
    return tokenDigest(tokenOf(request, this.settings))?.toString('hex') ?? null;
  }

  /** Whether the session of this id still counts; joins a running unit. */
  stands(id: string): Promise<boolean> {
    return this.uow.read(async () => {
      const session = await this.rows.ofId(id);
      return session !== null && isAlive(session, await this.uow.now());
    });
  }

  /** @returns those of the named sessions that still stand, asked in one reading */
  standing(names: readonly string[]): Promise<ReadonlySet<string>> {
    return this.uow.read(async () => {
      const sessions = await this.rows.findAll(names.map((name) => Buffer.from(name, 'hex')));
      const now = await this.uow.now();
      return new Set(sessions.filter((one) => isAlive(one, now)).map(({ tokenSha256 }) => tokenSha256.toString('hex')));
    });
  }
}
