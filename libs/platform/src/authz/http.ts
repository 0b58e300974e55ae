import { type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from './actor';

/** A request on which the session guard has put the person who acts. */
export interface ActorRequest extends Request {
  actor?: Actor;
}

/** Metadata key of {@link Public}, for the guard. */
export const PUBLIC = 'fubako:public';

/** For routes that everybody may call without having signed in. Every other route needs a session. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The signed-in person. @throws Error on a public route, where nobody need be signed in. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Error('CurrentActor stands on a route without a session: remove @Public() or the parameter.');
  return actor;
});
