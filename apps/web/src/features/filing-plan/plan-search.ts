export const planTabs = ['plan', 'list', 'try'] as const;
export type PlanTab = (typeof planTabs)[number];

export interface PlanSearch {
  /** The version that is shown; the plan in force by default. */
  readonly id?: number;
  readonly tab?: PlanTab;
  /** The day whose plan is shown; today by default. */
  readonly day?: string;
}

/** What the address means; what cannot be read is as if it were not there. */
export function planSearch(raw: PlanSearch): PlanSearch {
  const tab = planTabs.find((known) => known === raw.tab);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(String(raw.day ?? '')) ? raw.day : undefined;
  return {
    ...(Number.isInteger(raw.id) ? { id: Number(raw.id) } : {}),
    ...(tab ? { tab } : {}),
    ...(day ? { day } : {}),
  };
}
