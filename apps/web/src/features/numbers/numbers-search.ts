export interface NumbersSearch {
  series?: string;
  symbol?: string;
  year?: number;
}

/** Which series of which year the address names (発番簿). */
export function numbersSearch(raw: Record<string, unknown>): NumbersSearch {
  const { series, symbol, year } = raw;
  if (typeof series !== 'string' || !Number.isInteger(Number(year))) return {};
  return { series, symbol: typeof symbol === 'string' ? symbol : '', year: Number(year) };
}
