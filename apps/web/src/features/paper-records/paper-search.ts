export const paperTabs = ['loans', 'handovers', 'substitutes', 'places'] as const;
export type PaperTab = (typeof paperTabs)[number];

export interface PaperSearch {
  tab?: PaperTab;
}

export function paperSearch(raw: Record<string, unknown>): PaperSearch {
  const tab = paperTabs.find((one) => one === raw.tab);
  return tab && tab !== 'loans' ? { tab } : {};
}
