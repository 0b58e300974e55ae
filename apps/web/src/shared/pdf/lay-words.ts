import type { RecognisedWord } from '../api/recognised';

const WHOLE = 10_000;
/** A letter fills its box but for the room above and below. */
const FILLED = 0.9;

interface Paper {
  /** Width and height in CSS pixels of the page as it lies unturned. */
  readonly width: number;
  readonly height: number;
  /** How far the reader has turned it, clockwise. */
  readonly rotation: number;
}

/**
 * Lays recognised words over the picture of a page, unseen, each where it stands: they can be marked, found and copied like the
 * words of a PDF.
 */
export function layWords(root: HTMLElement, words: readonly RecognisedWord[], paper: Paper): void {
  const sheet = document.createElement('div');
  Object.assign(sheet.style, {
    position: 'absolute',
    left: '50%',
    top: '50%',
    width: `${paper.width}px`,
    height: `${paper.height}px`,
    transform: `translate(-50%, -50%) rotate(${paper.rotation}deg)`,
    transformOrigin: 'center',
  });
  const spans = words.map((word) => spanOf(word, paper));
  sheet.append(...spans);
  root.append(sheet);
  // All are measured before any is stretched: one layout for the page.
  const sizes = spans.map((span) => ({ width: span.offsetWidth, height: span.offsetHeight }));
  spans.forEach((span, index) => {
    const [word, size] = [words[index], sizes[index]];
    if (word && size) span.style.transform = stretched(word, size, paper);
  });
}

const isDownwards = ({ text, width, height }: RecognisedWord): boolean => [...text].length > 1 && height > width * 1.2;

function spanOf(word: RecognisedWord, paper: Paper): HTMLSpanElement {
  const span = document.createElement('span');
  span.textContent = word.text;
  const [width, height] = [(word.width / WHOLE) * paper.width, (word.height / WHOLE) * paper.height];
  Object.assign(span.style, {
    left: `${word.left / 100}%`,
    top: `${word.top / 100}%`,
    fontSize: `${Math.max(1, (isDownwards(word) ? width : height) * FILLED)}px`,
    writingMode: isDownwards(word) ? 'vertical-rl' : 'horizontal-tb',
  });
  return span;
}

function stretched(word: RecognisedWord, size: { width: number; height: number }, paper: Paper): string {
  const x = ((word.width / WHOLE) * paper.width) / Math.max(1, size.width);
  const y = ((word.height / WHOLE) * paper.height) / Math.max(1, size.height);
  return `scale(${x}, ${y})`;
}
