import { type CanActivate, type ExecutionContext, Injectable, createParamDecorator } from '@nestjs/common';
import { DisposalLock, type Locking } from '../app/disposal/disposal-lock';

interface Asked {
  locking?: Locking;
}

/** DISP-19 Asks the witnesses before a request that lets something go becomes a unit of work, in which nobody elsewhere is asked (ADR 0020). */
@Injectable()
export class AsksWitnesses implements CanActivate {
  constructor(private readonly lock: DisposalLock) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    context.switchToHttp().getRequest<Asked>().locking = await this.lock.look();
    return true;
  }
}

/** What they said. @throws Error on a route before which {@link AsksWitnesses} does not stand: nothing goes unasked */
export const WhatLocks = createParamDecorator((_: unknown, context: ExecutionContext): Locking => {
  const { locking } = context.switchToHttp().getRequest<Asked>();
  if (!locking) throw new Error('WhatLocks stands on a route that asks no witnesses: add @UseGuards(AsksWitnesses).');
  return locking;
});
