import { dayParts } from '../../shared/wareki/eras';

export interface AbsencesSearch {
  readonly tab?: 'proxies';
  /** 'YYYY-MM'; left out: the month of today. */
  readonly month?: string;
  /** The chosen day of the month, 'YYYY-MM-DD'. */
  readonly day?: string;
  readonly scope?: 'all';
}

/** The absence calendar as an address. */
export function absencesSearch(raw: Record<string, unknown>): AbsencesSearch {
  const month = typeof raw.month === 'string' && dayParts(`${raw.month}-01`) ? raw.month : undefined;
  const day = typeof raw.day === 'string' && dayParts(raw.day) ? raw.day : undefined;
  return {
    ...(raw.tab === 'proxies' ? { tab: raw.tab } : {}),
    ...(month ? { month } : {}),
    ...(day ? { day } : {}),
    ...(raw.scope === 'all' ? { scope: raw.scope } : {}),
  };
}
