export const receiptViews = [
  'unfinished',
  'arrived',
  'circulating',
  'asked',
  'due_soon',
  'overdue',
  'ended',
  'all',
] as const;
export type ReceiptListView = (typeof receiptViews)[number];

export interface ReceiptsSearch {
  view: ReceiptListView;
  everywhere?: boolean;
  kind?: string;
  fiscalYear?: number;
  q?: string;
}

const words = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

/** The conditions of the list as they stand in the address. */
export function receiptsSearch(raw: Record<string, unknown>): ReceiptsSearch {
  const view = receiptViews.find((one) => one === raw.view) ?? 'unfinished';
  const kind = words(raw.kind);
  const q = words(raw.q);
  return {
    view,
    ...(raw.everywhere === true ? { everywhere: true } : {}),
    ...(kind ? { kind } : {}),
    ...(Number.isInteger(raw.fiscalYear) ? { fiscalYear: Number(raw.fiscalYear) } : {}),
    ...(q ? { q } : {}),
  };
}
