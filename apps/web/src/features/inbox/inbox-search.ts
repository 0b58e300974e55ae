import { inboxSorts, inboxViews, type InboxConditions } from '../../shared/api/inbox';

/** The inbox as an address: what is shown, row under the cursor, reading shown, and whether the document fills a narrow screen. */
export interface InboxSearch extends InboxConditions {
  row?: string;
  tab?: string;
  open?: boolean;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const amount = (value: unknown) => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined);

const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : undefined);

/** View, what narrows it down, and its order: what a saved view keeps. */
export function conditionsOf(raw: Record<string, unknown>): InboxConditions {
  const sort = inboxSorts.find((name) => name === raw.sort);
  const given = {
    q: text(raw.q)?.trim(),
    matterType: text(raw.matterType),
    urgent: raw.urgent === true || undefined,
    amountFrom: amount(raw.amountFrom),
    section: text(raw.section),
    from: day(raw.from),
    until: day(raw.until),
    acting: raw.acting === true || undefined,
    sort: sort === 'default' ? undefined : sort,
  };
  const view = inboxViews.find((name) => name === raw.view) ?? 'all';
  return {
    view,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')),
  };
}

export const isNarrowed = ({ view: _, ...rest }: InboxConditions): boolean => Object.keys(rest).length > 0;

const conditionNames = [
  'view',
  'q',
  'matterType',
  'urgent',
  'amountFrom',
  'section',
  'from',
  'until',
  'acting',
  'sort',
] as const;

/** Whether both show the same rows in the same order. */
export const sameConditions = (one: InboxConditions, other: InboxConditions): boolean =>
  conditionNames.every((name) => one[name] === other[name]);

export function inboxSearch(raw: Record<string, unknown>): InboxSearch {
  const row = text(raw.row);
  const tab = text(raw.tab);
  return {
    ...conditionsOf(raw),
    ...(row ? { row } : {}),
    ...(tab ? { tab } : {}),
    ...(raw.open === true ? { open: true } : {}),
  };
}
