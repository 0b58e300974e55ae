import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { type Observable, from, lastValueFrom } from 'rxjs';
import { Beats } from './beats';
import { arrivalOf } from './request-context';

const BEAT = 'fubako:on-the-beat';

/** For doors whose work depends on what the reader may not see: the time of an answer must not tell of it (SEA-42, ADR 0069). */
export const OnTheBeat = () => SetMetadata(BEAT, true);

/**
 * Lets answers and refusals leave on beats counted from their arrival. It stands outside of everything that opens a unit of
 * work: who waits holds a socket and a clock, no connection and no lock.
 */
@Injectable()
export class BeatInterceptor implements NestInterceptor {
  constructor(
    private readonly beats: Beats,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const places = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride<boolean | undefined>(BEAT, places)) return next.handle();
    const http = context.switchToHttp();
    return from(this.onBeat(http.getRequest<Request>(), http.getResponse<Response>(), next));
  }

  private async onBeat(request: Request, response: Response, next: CallHandler): Promise<unknown> {
    const arrival = arrivalOf(request);
    try {
      return await lastValueFrom(next.handle(), { defaultValue: undefined });
    } finally {
      const elapsed = performance.now() - arrival;
      await pause(this.beats.beatAfter(elapsed) - elapsed, response);
    }
  }
}

/** Ends at once when nobody waits for the answer any more. */
function pause(ms: number, response: Response): Promise<void> {
  if (ms <= 0 || response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(clock);
      response.off('close', done);
      resolve();
    };
    // Node's clocks ring up to a millisecond early.
    const clock = setTimeout(done, Math.ceil(ms));
    response.once('close', done);
  });
}
