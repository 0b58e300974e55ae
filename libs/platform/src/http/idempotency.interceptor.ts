import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { canonicalBytes, sha256 } from '@fubako/kernel';
import type { Request, Response } from 'express';
import { type Observable, from, lastValueFrom } from 'rxjs';
import { UnitOfWork, sql } from '../database';
import { refuse } from './errors';

const EXEMPT = 'fubako:idempotency-exempt';

/**
 * For writes that carry their own exactly-once rule (sign-in, uploads, bulk) or change nothing (previews).
 * Everything else that is not a GET needs an `Idempotency-Key`.
 */
export const WithoutIdempotencyKey = () => SetMetadata(EXEMPT, true);

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const KEY = /^[\x21-\x7E]{16,128}$/;

/** The key of a request that needs one. @throws DomainError request.idempotency-key-missing */
export function idempotencyKeyOf(request: Request): string {
  const key = request.get('Idempotency-Key') ?? '';
  if (!KEY.test(key)) throw refuse('request.idempotency-key-missing', {});
  return key;
}

interface StoredAnswer {
  readonly request_sha256: Buffer;
  readonly status: number | null;
  readonly body: string | null;
}

/**
 * Opens the unit of work of a writing request, claims its key in it, and stores the answer in it (reliability 4.2):
 * a repeated request waits for the first and gets the same answer; a refused one rolls back and frees the key.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request & { actor?: { staffNo: string } }>();
    const exempt = this.reflector.getAllAndOverride<boolean | undefined>(EXEMPT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (exempt || SAFE.has(request.method)) return next.handle();
    const claim = { actor: request.actor?.staffNo ?? '', key: idempotencyKeyOf(request), digest: digestOf(request) };
    return from(this.answerOnce(claim, http.getResponse<Response>(), next));
  }

  private answerOnce(
    claim: { actor: string; key: string; digest: Buffer },
    response: Response,
    next: CallHandler,
  ): Promise<unknown> {
    return this.uow.run(async () => {
      const claimed = await this.uow.change(sql`
        insert into platform.idempotency (actor, key, request_sha256)
        values (${claim.actor}, ${claim.key}, ${claim.digest}) on conflict do nothing`);
      if (claimed === 0) return this.replay(claim, response);
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.uow.change(sql`
        update platform.idempotency set status = ${response.statusCode}, body = ${answer === undefined ? null : JSON.stringify(answer)}
        where actor = ${claim.actor} and key = ${claim.key}`);
      return answer;
    });
  }

  private async replay(claim: { actor: string; key: string; digest: Buffer }, response: Response): Promise<unknown> {
    const stored = await this.uow.maybe<StoredAnswer>(sql`
      select request_sha256, status, body from platform.idempotency where actor = ${claim.actor} and key = ${claim.key}`);
    if (!stored || stored.status === null) throw refuse('request.in-progress', {});
    if (!stored.request_sha256.equals(claim.digest)) throw refuse('request.idempotency-key-reused', {});
    response.status(stored.status);
    response.setHeader('Idempotent-Replay', 'true');
    return stored.body === null ? undefined : (JSON.parse(stored.body) as unknown);
  }
}

function digestOf(request: Request): Buffer {
  const ifMatch = request.get('If-Match') ?? null;
  const body: unknown = request.body ?? null;
  return sha256(canonicalBytes({ method: request.method, path: request.path, ifMatch, body }));
}
