export const tabs = ['rules', 'try', 'route', 'settings', 'coverage'] as const;
export type DelegationTab = (typeof tabs)[number];

export interface DelegationSearch {
  /** The version that is shown; the one in force by default. */
  readonly id?: number;
  readonly tab?: DelegationTab;
}

export function delegationSearch(raw: DelegationSearch): DelegationSearch {
  const tab = tabs.find((known) => known === raw.tab);
  return { ...(Number.isInteger(raw.id) ? { id: Number(raw.id) } : {}), ...(tab ? { tab } : {}) };
}
