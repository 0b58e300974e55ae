import type { MyAccessFacts } from '../app/my-access';
import { deviceOf } from '../core/device';
import type { Session } from '../data/session-rows';
import type { MyAccessView, MySessionView } from './access.dto';

export function viewOfMyAccess(facts: MyAccessFacts, current: Session): MyAccessView {
  return {
    passwordSince: facts.passwordSince?.toISOString() ?? null,
    totpSince: facts.totpSince?.toISOString() ?? null,
    recoveryCodesLeft: facts.codesLeft,
    passkeys: facts.passkeys.map(({ credentialId, name, createdAt, usedAt }) => ({
      id: credentialId,
      name,
      createdAt: createdAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
    })),
    factorDemanded: facts.factorDemanded,
    sessions: facts.sessions.map((session) => viewOfSession(session, current.id)),
  };
}

function viewOfSession({ id, client, createdAt, seenAt, absoluteEnd }: Session, current: string): MySessionView {
  return {
    id,
    current: id === current,
    ...deviceOf(client),
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    endsAt: absoluteEnd.toISOString(),
  };
}
