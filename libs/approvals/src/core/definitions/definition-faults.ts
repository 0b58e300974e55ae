type Language = 'ja' | 'en';

/** What a change of a definition breaks elsewhere, as the importer's checks find it: where, and in whose words. */
const PLACES: Readonly<Record<string, Readonly<Record<Language, (line: number) => string>>>> = {
  'delegation_rules.csv': {
    ja: (line) => `専決規程の${line - 1}行目に合わなくなります。`,
    en: (line) => `Row ${line - 1} of the delegation table would no longer fit.`,
  },
  'matter_types.csv': {
    ja: () => '事案の種類に合わなくなります。',
    en: () => 'A matter type would no longer fit.',
  },
};

const ENGLISH: Readonly<Record<string, string>> = {
  'package.unknown-field': 'It reads a field that the form would not have. Keep the field, or change the rule first.',
  'package.never-holds':
    'It compares a field with a value that it could never have. Keep the choice, or change the rule first.',
  'package.unknown-reference': 'It names what is not there.',
  'package.not-a-dispatch-series': 'This number series cannot be used for what goes out.',
};

export interface PlacedFault {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** A fault of the importer's checks in the words of the desk. */
export function faultElsewhere({ file, line, code, message }: PlacedFault, language: Language): string {
  const place = PLACES[file]?.[language](line) ?? '';
  return language === 'ja' ? `${place}${message}` : `${place} ${ENGLISH[code] ?? 'It names what is not there.'}`.trim();
}

const CELLS: Readonly<Record<string, string>> = {
  'package.required': 'Fill this in.',
  'package.too-long': 'This is too long.',
};

/** A fault of a cell of the matter type itself. */
export const cellFault = ({ code, message }: PlacedFault, language: Language): string =>
  language === 'ja' ? message : (CELLS[code] ?? 'This cannot be read. Correct its spelling.');
