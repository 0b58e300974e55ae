import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { type Observable, from, lastValueFrom } from 'rxjs';
import { UnitOfWork } from '../database';
import { refuse } from './errors';
import { IdempotencyKeys, type KeyClaim, type StoredAnswer, claimOf } from './idempotency-keys';

const EXEMPT = 'fubako:idempotency-exempt';

/**
 * For writes that carry their own exactly-once rule (sign-in, uploads, bulk) or change nothing (previews).
 * Everything else that is not a GET needs an `Idempotency-Key`.
 */
export const WithoutIdempotencyKey = () => SetMetadata(EXEMPT, true);

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Opens the unit of work of a writing request, claims its key in it, and stores the answer in it (reliability 4.2):
 * a repeated request waits for the first and gets the same answer; a refused one rolls back and frees the key.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly keys: IdempotencyKeys;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly reflector: Reflector,
  ) {
    this.keys = new IdempotencyKeys(uow);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request & { actor?: { staffNo: string } }>();
    const places = [context.getHandler(), context.getClass()];
    const exempt = this.reflector.getAllAndOverride<boolean | undefined>(EXEMPT, places);
    if (exempt || SAFE.has(request.method)) return next.handle();
    const claim = claimOf(request, request.actor?.staffNo ?? '');
    return from(
      this.answerOnce(claim, { response: http.getResponse<Response>(), by: request.actor?.staffNo ?? null }, next),
    );
  }

  private answerOnce(
    claim: KeyClaim,
    { response, by }: { readonly response: Response; readonly by: string | null },
    next: CallHandler,
  ): Promise<unknown> {
    return this.uow.run(async () => {
      if (by !== null) this.uow.actsFor(by);
      const earlier = await this.keys.claim(claim);
      if (earlier) return replay(earlier, response);
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const body = answer === undefined ? null : JSON.stringify(answer);
      this.keys.store(claim, { status: response.statusCode, body });
      return answer;
    });
  }
}

function replay(stored: StoredAnswer, response: Response): unknown {
  if (stored.status === null) throw refuse('request.in-progress', {});
  response.status(stored.status);
  response.setHeader('Idempotent-Replay', 'true');
  return stored.body === null ? undefined : (JSON.parse(stored.body) as unknown);
}
