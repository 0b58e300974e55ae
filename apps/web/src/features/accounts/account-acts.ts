import type { AccountChange, AccountLine } from '../../shared/api/accounts';

/** What may be done to an account; `create` and `reset_password` give a password. */
export type AccountAct = AccountChange | 'create' | 'reset_password';

export function actsOf({ state, hasTotp, passkeys, openSessions }: AccountLine): readonly AccountAct[] {
  if (state === 'none') return ['create'];
  if (state === 'disabled') return ['enable'];
  return [
    'reset_password',
    'unlock',
    ...(hasTotp || passkeys > 0 ? (['reset_factors'] as const) : []),
    ...(openSessions > 0 ? (['end_sessions'] as const) : []),
    'disable',
  ];
}
