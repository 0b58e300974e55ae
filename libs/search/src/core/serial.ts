import { foldKey } from '@fubako/kernel';

/** Larger serials are no serials, and would not fit the index. */
const MOST_DIGITS = 9;

/**
 * The serial of a document number as printed: 120 of `8二総第120号の2` (RULE-74: branches keep their parent's serial),
 * 873 of `8総-000873`; null when the number has none.
 */
export function serialOf(number: string): number | null {
  const folded = foldKey(number);
  const digits = /第(\d+)号/.exec(folded)?.[1] ?? folded.match(/\d+/g)?.at(-1);
  return digits === undefined ? null : serialFrom(digits);
}

/** The serial that a folded word asks for: `120`, `0120`, `第120`, `120号`, `第120号`; null for any other word. */
export function serialAskedBy(needle: string): number | null {
  const digits = /^第?(\d+)号?$/.exec(needle)?.[1];
  return digits === undefined ? null : serialFrom(digits);
}

function serialFrom(digits: string): number | null {
  const significant = digits.replace(/^0+(?=\d)/, '');
  return significant.length > MOST_DIGITS ? null : Number(significant);
}
