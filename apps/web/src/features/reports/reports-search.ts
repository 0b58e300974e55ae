import type { MattersOf, ReportedList } from '../../shared/api/reports';

export const reportViews = ['situation', 'vacant', 'reviews', 'pull_ups', 'urgency', 'media'] as const;
export type ReportView = (typeof reportViews)[number];

const lists = [
  'pending',
  'overdue',
  'submitted',
  'decided',
  'urgent',
  'pulled_up',
  'review_opinions',
] as const satisfies ReportedList[];

const media = ['electronic', 'hybrid', 'paper'] as const;

/** A report as an address: which one, of which year, or the matters behind one of its figures. */
export interface ReportsSearch extends Partial<MattersOf> {
  view?: ReportView;
  year?: number;
}

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : undefined);

export function reportsSearch(raw: Record<string, unknown>): ReportsSearch {
  const view = reportViews.find((one) => one === raw.view);
  const list = lists.find((one) => one === raw.list);
  const year = Number.isInteger(raw.year) ? Number(raw.year) : undefined;
  const given = {
    view: view === 'situation' ? undefined : view,
    year,
    list,
    ...(list
      ? {
          from: day(raw.from),
          until: day(raw.until),
          section: text(raw.section),
          person: text(raw.person),
          medium: media.find((one) => one === raw.medium),
          reason: text(raw.reason),
        }
      : {}),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** `2026-06` as the days of a span. */
export function monthSpan(month: string): { from: string; until: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: `${month}-01`, until: `${next}-01` };
}

export const dayFrom = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
