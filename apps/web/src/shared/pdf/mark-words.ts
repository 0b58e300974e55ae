import { foldLetters, foldText } from './fold-letters';

/** Names of the highlights in the style sheet: every place of the words, and the one that is looked at. */
export const FOUND = 'found';
export const FOUND_HERE = 'found-here';

interface Place {
  readonly node: Text;
  readonly at: number;
  readonly end: number;
}

/** All letters under `root`, each with its place; letters that fold into several have one place. */
function lettersOf(root: Node): { text: string; places: Place[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places: Place[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { folded, at, end } of foldLetters(node.nodeValue ?? '')) {
      for (let unit = 0; unit < folded.length; unit++) places.push({ node: node as Text, at, end });
      text += folded;
    }
  return { text, places };
}

/** Where the words stand under `root`, across the pieces in which a page comes. */
export function placesOf(root: Node, words: readonly string[]): Range[] {
  const { text, places } = lettersOf(root);
  return words.map(foldText).flatMap((word) => {
    const found: Range[] = [];
    for (let from = text.indexOf(word); word !== '' && from >= 0; from = text.indexOf(word, from + word.length)) {
      const [first, last] = [places[from], places[from + word.length - 1]];
      if (!first || !last) continue;
      const range = document.createRange();
      range.setStart(first.node, first.at);
      range.setEnd(last.node, last.end);
      found.push(range);
    }
    return found;
  });
}

/** Marks the ranges without touching what they mark. @returns how to take the marks away */
export function markRanges(name: typeof FOUND | typeof FOUND_HERE, ranges: readonly Range[]): () => void {
  if (ranges.length === 0 || !('highlights' in CSS)) return () => undefined;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  highlight.priority = name === FOUND_HERE ? 1 : 0;
  CSS.highlights.set(name, highlight);
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}
