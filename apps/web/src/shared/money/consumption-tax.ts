/** Per cent. */
export type TaxRate = number;

/**
 * 消費税及び地方消費税 in per cent from a day on, the usual rate first and the reduced one (軽減税率) after it.
 * Source: 消費税法 art. 29 and 地方税法 art. 72-83 with the laws that changed them (1989, 1997, 2014, 2019).
 */
const RATES: readonly { readonly from: string; readonly rates: readonly TaxRate[] }[] = [
  { from: '2019-10-01', rates: [10, 8] },
  { from: '2014-04-01', rates: [8] },
  { from: '1997-04-01', rates: [5] },
  { from: '1989-04-01', rates: [3] },
];

/** The rates in force on a day ('YYYY-MM-DD'); none before there was the tax. */
export const ratesOn = (day: string): readonly TaxRate[] => RATES.find(({ from }) => from <= day)?.rates ?? [];

/** The tax on an amount without it, in whole yen, the rest cut off. */
export const taxOn = (excluded: number, rate: TaxRate): number => Math.floor((excluded * rate) / 100);

/** The tax that an amount contains, in whole yen, the rest cut off. */
export const taxIn = (included: number, rate: TaxRate): number => Math.floor((included * rate) / (100 + rate));
