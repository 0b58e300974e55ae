import { foldKey } from '@fubako/kernel';

const MOST_WORDS = 16;
/** Anything that a person may mean as more than a word: quotes, fields, groups, exclusions, alternatives. */
const OPERATOR = /["“”„＂〝〟:：()（）|｜]|(^|\s)[-－−‐–]|(^|\s)(?:OR|ＯＲ|AND|ＡＮＤ|NOT|ＮＯＴ)(\s|$)/u;

/**
 * The words for titles that alone may be known, folded; null when none are asked, or more than words: conditions on other
 * facts would tell, by what they leave, what must not be known (SEA-30).
 */
export function titleWords(text: string): readonly string[] | null {
  if (OPERATOR.test(text)) return null;
  const words = [
    ...new Set(
      text
        .split(/\s+/u)
        .map(foldKey)
        .filter((word) => word !== ''),
    ),
  ];
  return words.length > 0 && words.length <= MOST_WORDS ? words : null;
}
