import type { Words } from './fault';
import { type LocalDate, lengthOf, parseLocalDate, parseWareki, textFault } from '@fubako/kernel';

/** Why a cell cannot be read: the sentence follows 「列名」は and “column”:. */
export class CellFault {
  constructor(
    readonly code: string,
    readonly words: Words,
  ) {}
}

/** How the cells of one CSV column are read. */
export interface Column<T> {
  readonly read: (cell: string) => T | CellFault;
  /** What an empty cell means; undefined when the cell must be filled. */
  readonly whenEmpty?: { readonly value: T };
  /** Whether the whole column may be missing from the file; its cells then count as empty. */
  readonly mayBeMissing?: boolean;
}

const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;
const WHOLE_NUMBER = /^-?\d{1,15}$/;
const BOOLEANS = new Map([
  ['true', true],
  ['false', false],
]);

const filled = <T>(read: (cell: string) => T | CellFault): Column<T> => ({ read });
const halfWidth = (cell: string): string => cell.normalize('NFKC');

/** Text that people read; code points stay exactly as written, variation selectors included. */
export function text({
  max,
  multiline = false,
}: {
  readonly max: number;
  readonly multiline?: boolean;
}): Column<string> {
  return filled((cell) => {
    if (!multiline && textFault(cell, false))
      return new CellFault('package.text-fault', {
        ja: '改行やタブを含められません。1行で書いてください。',
        en: 'no line breaks or tabs; write it on one line.',
      });
    const length = lengthOf(cell);
    return length > max
      ? new CellFault('package.too-long', {
          ja: `${max}文字以内にしてください(いまは${length}文字です)。`,
          en: `at most ${max} characters (it has ${length}).`,
        })
      : cell;
  });
}

/** A code that other rows refer to. */
export function code<C extends string = string>(): Column<C> {
  return filled((cell) => (CODE.test(cell) ? (cell as C) : badCode(cell)));
}

/** Codes separated by `;`; an empty cell is an empty list. */
export function codes<C extends string = string>(): Column<readonly C[]> {
  const read = (cell: string): readonly C[] | CellFault => {
    const parts = cell.split(';').map((part) => part.trim());
    const bad = parts.find((part) => !CODE.test(part));
    return bad === undefined ? (parts as C[]) : badCode(bad);
  };
  return { read, whenEmpty: { value: [] } };
}

export function int({ min, max }: { readonly min: number; readonly max: number }): Column<number> {
  return filled((cell) => {
    const digits = halfWidth(cell);
    if (!WHOLE_NUMBER.test(digits))
      return new CellFault('package.bad-number', {
        ja: `整数で書いてください(いまは「${cell}」です。桁区切りの「,」や単位は付けません)。`,
        en: `write a whole number without separators or units (it is “${cell}”).`,
      });
    const value = Number(digits);
    return value >= min && value <= max
      ? value
      : new CellFault('package.bad-number', {
          ja: `${min}から${max}までの整数にしてください(いまは${cell}です)。`,
          en: `write a whole number from ${min} to ${max} (it is ${cell}).`,
        });
  });
}

/** 円, whole numbers. */
export function yen(): Column<number> {
  return int({ min: 0, max: 999_999_999_999 });
}

/** `2026-04-01`, `R8.4.1` or `令和8年4月1日`. */
export function date(): Column<LocalDate> {
  return filled(
    (cell) =>
      parseLocalDate(halfWidth(cell)) ??
      parseWareki(cell) ??
      new CellFault('package.bad-date', {
        ja: `暦にある日付を 2026-04-01、R8.4.1、令和8年4月1日 のどれかの形で書いてください(いまは「${cell}」です)。`,
        en: `write a day of the calendar as 2026-04-01 or R8.4.1 (it is “${cell}”).`,
      }),
  );
}

export function bool(): Column<boolean> {
  return filled(
    (cell) =>
      BOOLEANS.get(halfWidth(cell).toLowerCase()) ??
      new CellFault('package.not-in-list', {
        ja: `true か false を書いてください(いまは「${cell}」です)。`,
        en: `write true or false (it is “${cell}”).`,
      }),
  );
}

export function oneOf<const T extends string>(choices: readonly T[]): Column<T> {
  return filled(
    (cell) =>
      choices.find((choice) => choice === cell) ??
      new CellFault('package.not-in-list', {
        ja: `${choices.join('、')} のどれかを書いてください(いまは「${cell}」です)。`,
        en: `write one of ${choices.join(', ')} (it is “${cell}”).`,
      }),
  );
}

/** An empty cell reads as null. */
export function optional<T>(column: Column<T>): Column<T | null> {
  return { ...column, whenEmpty: { value: null } };
}

/** The file may come without this column. */
export function mayBeMissing<T>(column: Column<T | null>): Column<T | null> {
  return { ...column, whenEmpty: { value: null }, mayBeMissing: true };
}

/** @throws never; a fault of the cell is a value. */
export function readCell<T>(column: Column<T>, raw: string): T | CellFault {
  const cell = raw.trim();
  const fault = textFault(cell, true);
  if (fault)
    return new CellFault('package.text-fault', {
      ja: `使えない文字(${WORDS_OF_FAULT[fault]})を含みます。打ち直してください。`,
      en: `it holds characters that cannot be used (${fault}); type it again.`,
    });
  if (cell !== '') return column.read(cell);
  return column.whenEmpty
    ? column.whenEmpty.value
    : new CellFault('package.required', { ja: '空にできません。', en: 'it cannot be empty.' });
}

const WORDS_OF_FAULT = {
  'control-character': '制御文字',
  'broken-surrogate': '壊れた文字',
  noncharacter: '文字でないコード',
  'bidi-control': '文字の向きを変える記号',
  'stacked-marks': '重なりすぎた記号',
} as const;

function badCode(cell: string): CellFault {
  return new CellFault('package.bad-code', {
    ja: `半角の英数字と「-」「_」「.」で40文字までです(いまは「${cell}」です)。`,
    en: `a code has at most 40 letters, digits, “-”, “_” and “.” (it is “${cell}”).`,
  });
}
