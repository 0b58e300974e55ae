import { inboxViews, type InboxView } from '../../shared/api/inbox';

/** The inbox as an address: view, row under the cursor, reading shown, and whether the document fills a narrow screen. */
export interface InboxSearch {
  view: InboxView;
  row?: string;
  tab?: string;
  open?: boolean;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function inboxSearch(raw: Record<string, unknown>): InboxSearch {
  const view = inboxViews.find((name) => name === raw.view) ?? 'all';
  const row = text(raw.row);
  const tab = text(raw.tab);
  return { view, ...(row ? { row } : {}), ...(tab ? { tab } : {}), ...(raw.open === true ? { open: true } : {}) };
}
