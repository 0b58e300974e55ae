import type { FieldSpec } from '../../shared/form/field-spec';

export type PersonalData = 'myNumber' | 'phone' | 'email' | 'birthday' | 'address';

export interface PersonalTrace {
  /** Label of the field. */
  readonly label: string;
  readonly kind: PersonalData;
}

const patterns: Readonly<Record<Exclude<PersonalData, 'myNumber'>, RegExp>> = {
  phone: /(?<!\d)0\d{1,4}-\d{1,4}-\d{4}(?!\d)|(?<!\d)0[789]0\d{8}(?!\d)/u,
  email: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u,
  birthday: /(?:生年月日|年\d{1,2}月\d{1,2}日生|\d歳)/u,
  address: /(?<![\d-])\d{3}-\d{4}(?![\d-])|(?:丁目|番地|番)\d*(?:番)?\d+号?/u,
};

/** Full width to half width, and the dashes of Japanese keyboards to one. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[‐‑–—−ー]/gu, '-');

/** 個人番号: twelve digits of which the last checks the others (as the ordinance on numbers reckons it). */
export function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/u.test(digits)) return false;
  const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

function kindsIn(text: string): PersonalData[] {
  const read = plain(text);
  const numbers = read.match(/(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/gu) ?? [];
  const found = (Object.keys(patterns) as (keyof typeof patterns)[]).filter((kind) => patterns[kind].test(read));
  return numbers.some((number) => isMyNumber(number.replace(/\D/gu, ''))) ? ['myNumber', ...found] : found;
}

/** What of a draft reads like a person's data: a hint for the drafter, who knows better. */
export function personalTraces(
  specs: readonly FieldSpec[],
  fields: Readonly<Record<string, unknown>>,
): PersonalTrace[] {
  return specs.flatMap(({ name, label, children }) => {
    const value = fields[name];
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return personalTraces(children, value as Record<string, unknown>);
    const texts = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
    return [...new Set(texts.flatMap(kindsIn))].map((kind) => ({ label, kind }));
  });
}
