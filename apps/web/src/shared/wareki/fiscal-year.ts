/** The first calendar year of the fiscal year (年度) that a day falls into. @param day 'YYYY-MM-DD' */
export const fiscalYearOf = (day: string): number => Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 4 ? 1 : 0);
