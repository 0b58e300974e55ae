import type { Locale } from '../i18n/locale';

export type NumberReading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly error: 'unit' | 'fraction' | 'unreadable' };

const clean = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[\s,、]/gu, '')
    .replace(/^[¥\\]/u, '')
    .replace(/円$/u, '')
    .replace(/^[−‐]/u, '-');

/**
 * Reads whole yen or another whole number: half and full width, commas and a trailing 円 are taken. 万, 億 and 千 are
 * refused rather than multiplied: a figure in an approval is written out (see the message).
 */
export function parseInteger(typed: string): NumberReading {
  const text = clean(typed);
  if (/[万億兆千百十]/u.test(text)) return { ok: false, error: 'unit' };
  if (/^-?\d+\.\d+$/u.test(text)) return { ok: false, error: 'fraction' };
  const value = Number(text);
  if (!/^-?\d+$/u.test(text) || !Number.isSafeInteger(value)) return { ok: false, error: 'unreadable' };
  return { ok: true, value };
}

/** Reads a number that may have a fraction (hours saved). */
export function parseDecimal(typed: string): NumberReading {
  const text = clean(typed);
  if (/[万億兆千百十]/u.test(text)) return { ok: false, error: 'unit' };
  if (!/^-?\d+(\.\d+)?$/u.test(text)) return { ok: false, error: 'unreadable' };
  return { ok: true, value: Number(text) };
}

// Made once: making one costs more than a row of a list.
const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** 6,480,000 */
export const formatNumber = (value: number): string => figures.format(value);

/** 6,480,000円 / ¥6,480,000 */
export const formatYen = (value: number, locale: Locale): string =>
  locale === 'ja' ? `${formatNumber(value)}円` : `¥${formatNumber(value)}`;

/** 1.2 MB */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = bytes > 0 ? Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length - 1) : 0;
  const value = bytes / 1024 ** step;
  return `${value.toFixed(step === 0 || value >= 100 ? 0 : 1)} ${units[step]}`;
}
