/** 起算 */
export const bases = ['closed', 'created', 'file_earliest', 'file_latest', 'event'] as const;
export type Basis = (typeof bases)[number];

/** Years as they are typed, in full width too; empty: 永年, 常用; undefined: no number. */
export function yearsOf(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined;
}
