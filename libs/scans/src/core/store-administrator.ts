interface HoldsRoles {
  readonly roles: readonly { readonly role: string; readonly unitCode: string | null }[];
}

const KEEPERS: ReadonlySet<string> = new Set(['system_admin', 'auditor']);

/** SCN-18 Who looks after the store, and auditors, who look at it: for the whole municipality. */
export function mayLookAfterStore({ roles }: HoldsRoles): boolean {
  return roles.some(({ role, unitCode }) => unitCode === null && KEEPERS.has(role));
}
