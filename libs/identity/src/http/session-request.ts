import { type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { Request } from 'express';
import type { ActorRequest } from '@fubako/platform/authz';
import type { ProvenAct } from '../app/step-ups';
import type { Session } from '../data/session-rows';

/** A request on which the session guard has put the session too. */
export interface SessionRequest extends ActorRequest {
  session?: Session;
}

/** The session of a request; null where no guard stands, which is nowhere in the product. */
export function sessionOf(request: Request): Session | null {
  return (request as SessionRequest).session ?? null;
}

/** The session of the request. @throws Error on a public route */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const { session } = context.switchToHttp().getRequest<SessionRequest>();
  if (!session)
    throw new Error('CurrentSession stands on a route without a session: remove @Public() or the parameter.');
  return session;
});

/** Metadata key of {@link NeedsProof}, for the guard. */
export const NEEDS_PROOF = 'fubako:needs-proof';

/** What {@link NeedsProof} says of a route. */
export interface ProofNeed {
  readonly act: ProvenAct;
  /** Values of `act` in the body that need it; null: every request does. */
  readonly steps: readonly string[] | null;
}

/**
 * 本人確認 before the route is entered, where the municipality asks it for `act` (ID-15).
 * @param steps for a route of several steps: those, by `act` of the body, that need it
 */
export const NeedsProof = (act: ProvenAct, steps: readonly string[] | null = null) =>
  SetMetadata(NEEDS_PROOF, { act, steps } satisfies ProofNeed);

/** Metadata key of {@link DuringDuty}, for the guard. */
export const DURING_DUTY = 'fubako:during-duty';

/** For what a person needs to do the duty of a session (ID-14, ID-17): everything else is closed until then. */
export const DuringDuty = () => SetMetadata(DURING_DUTY, true);

/** Programs of a page mark what they ask by themselves while nobody is at it; streams are such by nature. */
export function isAskedByPerson(request: Request): boolean {
  return request.get('X-Fubako-Idle') === undefined && !/^text\/event-stream/i.test(request.get('Accept') ?? '');
}
