type Language = 'ja' | 'en';
type Words = Readonly<Record<Language, string>>;

/** What a change of a definition breaks elsewhere, as the importer's checks find it: where. */
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

/** Where the importer speaks of files and columns, the desk speaks of what is on the screen; by code, or by code and column. */
const OF_THE_DESK: Readonly<Record<string, Words>> = {
  'package.unknown-reference default_series_code': {
    ja: 'その番号系列はありません。選び直してください。',
    en: 'There is no such number series. Choose another.',
  },
  'package.required': { ja: '入力してください。', en: 'Fill this in.' },
  'package.too-long': { ja: '長すぎます。短くしてください。', en: 'This is too long.' },
  'package.bad-code': {
    ja: '半角の英数字と「-」「_」「.」で40文字までです。',
    en: 'Use at most 40 letters, digits, “-”, “_” and “.”.',
  },
  'package.text-fault': {
    ja: '使えない文字か改行を含みます。打ち直してください。',
    en: 'It holds characters that cannot be used. Type it again.',
  },
};

export interface PlacedFault {
  readonly file: string;
  readonly line: number;
  /** Column of the file. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** The same in English. */
  readonly english: string;
}

/** A fault of the importer's checks in the words of the desk, after where it is. */
export function faultElsewhere(fault: PlacedFault, language: Language): string {
  const place = PLACES[fault.file]?.[language](fault.line) ?? '';
  return language === 'ja' ? `${place}${said(fault, 'ja')}` : `${place} ${said(fault, 'en')}`.trim();
}

/** A fault of a cell of the matter type itself, after the name that the screen has for it. */
export const cellFault = (fault: PlacedFault, label: string, language: Language): string =>
  `${label}: ${said(fault, language)}`;

function said({ code, field, message, english }: PlacedFault, language: Language): string {
  const words = OF_THE_DESK[`${code} ${field}`] ?? OF_THE_DESK[code] ?? { ja: message, en: english };
  return words[language];
}
