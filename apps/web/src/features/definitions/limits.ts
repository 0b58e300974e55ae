import type { FieldKind } from '../../shared/form/field-spec';

/** What bounds a field of a kind: the keyword, and how it is called. */
export const limitsOf = (kind: FieldKind) =>
  (
    ({
      text: ['maxLength'],
      textarea: ['maxLength'],
      integer: ['minimum', 'maximum'],
      number: ['minimum', 'maximum'],
      yen: ['minimum', 'maximum'],
      list: ['maxItems'],
      table: ['maxItems'],
    }) as Partial<Record<FieldKind, readonly ('maxLength' | 'minimum' | 'maximum' | 'maxItems')[]>>
  )[kind] ?? [];

/** Digits as they are typed, full width too; null where nothing is said. */
export function readLimit(typed: string): number | null {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim();
  return /^-?\d{1,15}$/u.test(text) ? Number(text) : null;
}

/** One choice on a line. */
export const readChoices = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
