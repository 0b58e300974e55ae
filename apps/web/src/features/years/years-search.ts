export interface YearsSearch {
  year?: number;
  unit?: string;
}

/** Which year, and the files of which section, the address names. */
export function yearsSearch(raw: Record<string, unknown>): YearsSearch {
  const year = Number(raw.year);
  return {
    ...(Number.isInteger(year) && year >= 1868 && year < 9997 ? { year } : {}),
    ...(typeof raw.unit === 'string' && raw.unit !== '' ? { unit: raw.unit } : {}),
  };
}
