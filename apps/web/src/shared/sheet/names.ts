/** The part of a name before its first space, as a stamp carries it; variation selectors stay with their character. */
export const familyName = (name: string): string => name.trim().split(/[\s\u3000]+/u)[0] ?? name;

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Characters as a reader counts them (an ideograph with its variation selector is one). */
export const graphemeCount = (text: string): number => [...segmenter.segment(text)].length;

/** 財政課 + 課長 is written 財政課長; other titles follow the unit's name as they are. */
export function seatTitle(unitName: string, postTitle: string): string {
  return unitName !== '' && postTitle.startsWith(unitName.slice(-1))
    ? unitName + postTitle.slice(1)
    : unitName + postTitle;
}

/** A person or unit as forms and paper name it: `阿部 花子(総務課 主任)`, `財政課`. */
export const referenceWords = (value: object): string => {
  const { name = '', unitName, postTitle } = value as { name?: string; unitName?: string; postTitle?: string };
  return unitName === undefined ? name : `${name}(${unitName} ${postTitle ?? ''})`;
};
