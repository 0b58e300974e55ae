import { type CanActivate, type ExecutionContext, Injectable, UnsupportedMediaTypeException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type ActorRequest, PUBLIC } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { Sessions } from '../app/sessions';
import { isFromOwnPages } from '../core/own-origin';
import { refuse } from '../errors';
import { tokenOf } from './session-cookie';

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
    private readonly settings: Settings,
  ) {
    const { PUBLIC_URL } = settings.values;
    this.publicOrigin = PUBLIC_URL === undefined ? undefined : new URL(PUBLIC_URL).origin;
  }

  /** @throws DomainError identity.foreign-origin, identity.signed-out; UnsupportedMediaTypeException */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (!SAFE.has(request.method)) this.checkWrite(request);
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [context.getHandler(), context.getClass()]))
      return true;
    const actor = await this.sessions.actorOf(tokenOf(request, this.settings));
    if (!actor) throw refuse('identity.signed-out', {});
    request.actor = actor;
    return true;
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
