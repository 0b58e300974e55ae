/** Fields of the box; each may be written in Japanese or English. */
export const FIELDS = [
  'title',
  'number',
  'drafter',
  'decider',
  'unit',
  'file',
  'fiscalYear',
  'decided',
  'amount',
  'attachment',
  'counterpart',
] as const;
export type Field = (typeof FIELDS)[number];

const NAMES: Readonly<Record<string, Field>> = {
  件名: 'title',
  title: 'title',
  番号: 'number',
  number: 'number',
  no: 'number',
  起案者: 'drafter',
  drafter: 'drafter',
  決裁者: 'decider',
  decider: 'decider',
  所属: 'unit',
  unit: 'unit',
  section: 'unit',
  簿冊: 'file',
  file: 'file',
  年度: 'fiscalYear',
  fy: 'fiscalYear',
  year: 'fiscalYear',
  決裁日: 'decided',
  decided: 'decided',
  金額: 'amount',
  amount: 'amount',
  添付: 'attachment',
  attachment: 'attachment',
  相手方: 'counterpart',
  宛先: 'counterpart',
  発信者: 'counterpart',
  counterpart: 'counterpart',
  addressee: 'counterpart',
  sender: 'counterpart',
};

/** The field of this name in any width and case; null when there is none, and then the colon is a sign like others. */
export function fieldNamed(name: string): Field | null {
  const key = name.normalize('NFKC').toLowerCase();
  return Object.hasOwn(NAMES, key) ? (NAMES[key] ?? null) : null;
}
