export const pendingScopes = ['section', 'all', 'seal'] as const;
export type PendingScope = (typeof pendingScopes)[number];

/** What the address says of the list of unsent matters; nothing means the own section. */
export function pendingSearch(raw: Record<string, unknown>): { scope?: PendingScope } {
  const scope = pendingScopes.find((one) => one === raw.scope && one !== 'section');
  return scope ? { scope } : {};
}
