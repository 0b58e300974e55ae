import { type CanActivate, type ExecutionContext, Injectable, UnsupportedMediaTypeException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { PUBLIC, readerOf } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { Visits } from '@fubako/platform/database';
import { Sessions } from '../app/sessions';
import { StepUps } from '../app/step-ups';
import { RequestRates } from '../app/request-rates';
import { opensAt } from '../core/emergency';
import { isFromOwnPages } from '../core/own-origin';
import { kindOf } from '../core/request-rate';
import type { Duty } from '../data/session-rows';
import { refuseAccess } from '../access-errors';
import { refuse } from '../errors';
import { tokenOf } from './session-cookie';
import { DURING_DUTY, NEEDS_PROOF, type ProofNeed, type SessionRequest, isAskedByPerson } from './session-request';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Kinds that a form of a foreign page cannot send without asking first. */
const BODIES = /^application\/(?:json|octet-stream)\s*(?:;|$)/i;

/** Stands before every route: writes only from our own pages, and a living session unless the route is public. */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly publicOrigin: string | undefined;

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly stepUps: StepUps,
    private readonly rates: RequestRates,
    private readonly settings: Settings,
  ) {
    const { PUBLIC_URL } = settings.values;
    this.publicOrigin = PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL).origin;
  }

  /** @throws DomainError identity.foreign-origin, signed-out, too-many-requests, proof-needed, *-demanded; UnsupportedMediaTypeException */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SessionRequest>();
    if (!SAFE.has(request.method)) this.checkWrite(request);
    if (this.noteOf<boolean>(PUBLIC, context)) return true;
    const opened = await this.sessions.open(tokenOf(request, this.settings), isAskedByPerson(request));
    if (!opened) throw refuse('identity.signed-out', {});
    await this.rates.count(opened.actor.staffNo, kindOf(request.method, request.path));
    if (!this.noteOf<boolean>(DURING_DUTY, context)) checkDuty(opened.session.duty);
    const need = this.noteOf<ProofNeed>(NEEDS_PROOF, context);
    if (need && concerns(need, request.body)) await this.stepUps.demand(need.act, opened.session);
    const { path: via } = (request.route as { readonly path?: string } | undefined) ?? request;
    const { session, emergency } = opened;
    const { provenAt } = session;
    const actor = {
      ...opened.actor,
      via,
      provenAt,
      ...(emergency && opensAt(request.method, via ?? '') && { emergency }),
    };
    Object.assign(request, { session, actor });
    Visits.nowOf(readerOf(actor));
    return true;
  }

  private noteOf<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }

  private checkWrite(request: Request): void {
    const provenance = {
      secFetchSite: request.get('Sec-Fetch-Site'),
      origin: request.get('Origin'),
      host: request.get('Host'),
      publicOrigin: this.publicOrigin,
    };
    if (!isFromOwnPages(provenance)) throw refuse('identity.foreign-origin', {});
    const hasBody =
      request.headers['transfer-encoding'] !== undefined || Number(request.get('Content-Length') ?? 0) > 0;
    if (hasBody && !BODIES.test(request.get('Content-Type') ?? '')) throw new UnsupportedMediaTypeException();
  }
}

function concerns({ steps }: ProofNeed, body: unknown): boolean {
  return steps === null || steps.includes(String((body as { act?: unknown } | undefined)?.act));
}

function checkDuty(duty: Duty | null): void {
  if (duty === 'new_password') throw refuseAccess('identity.new-password-demanded', {});
  if (duty === 'second_factor') throw refuseAccess('identity.second-factor-demanded', {});
}
