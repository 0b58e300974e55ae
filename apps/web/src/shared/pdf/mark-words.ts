/** Name of the highlight in the style sheet. */
const HIGHLIGHT = 'found';

interface Place {
  readonly node: Text;
  readonly at: number;
  readonly end: number;
}

/** What counts when the words of a page are compared: neither width, nor letter case, nor blanks. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

/** All letters under `root`, each with its place; letters that fold into several have one place. */
function lettersOf(root: Node): { text: string; places: Place[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places: Place[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let at = 0;
    for (const letter of node.nodeValue ?? '') {
      const end = at + letter.length;
      const folded = plain(letter);
      for (let unit = 0; unit < folded.length; unit++) places.push({ node: node as Text, at, end });
      text += folded;
      at = end;
    }
  }
  return { text, places };
}

/** Where the words stand under `root`, across the pieces in which a page comes. */
export function placesOf(root: Node, words: readonly string[]): Range[] {
  const { text, places } = lettersOf(root);
  return words.map(plain).flatMap((word) => {
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

/** Marks the words under `root` without touching it. @returns how to take the marks away */
export function markWords(root: Node, words: readonly string[]): () => void {
  if (words.length === 0 || !('highlights' in CSS)) return () => undefined;
  const highlight = CSS.highlights.get(HIGHLIGHT) ?? new Highlight();
  CSS.highlights.set(HIGHLIGHT, highlight);
  const ranges = placesOf(root, words);
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}
