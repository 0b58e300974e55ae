import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useMemo, useState } from 'react';
import { foldText, timesIn } from './fold-letters';
import type { WordsOf } from './pdf-page';

/** One place of the word that is looked for: which one on its page, from 0. */
export interface FoundPlace {
  readonly page: number;
  readonly index: number;
}

export interface Finding {
  readonly term: string;
  readonly places: readonly FoundPlace[];
  /** Which of the places is looked at; -1 when there is none. */
  readonly at: number;
  /** Whether every page has been looked through. */
  readonly complete: boolean;
  /** Whether any page has words at all. */
  readonly hasText: boolean;
  readonly look: (term: string) => void;
  readonly go: (by: 1 | -1) => void;
}

/** So many pages are read before the count is shown anew. */
const AT_A_TIME = 10;

/** The words of a page as they count: those that the file carries, or those that were recognised on its picture. */
async function textOf(document: PDFDocumentProxy, number: number, wordsOf: WordsOf): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const carried = foldText(items.map((item) => ('str' in item ? item.str : '')).join(''));
  if (carried !== '') return carried;
  return foldText((await wordsOf(number)).map(({ text }) => text).join(''));
}

function usePageTexts(document: PDFDocumentProxy | null, wordsOf: WordsOf, open: boolean): readonly string[] {
  const [read, setRead] = useState<{ document: PDFDocumentProxy | null; texts: readonly string[] }>({
    document: null,
    texts: [],
  });
  useEffect(() => {
    if (!document || !open) return;
    let current = true;
    const readAll = async (): Promise<void> => {
      const texts: string[] = [];
      for (let number = 1; number <= document.numPages && current; number += 1) {
        // A page that cannot be read has no words; the others do.
        texts.push(await textOf(document, number, wordsOf).catch(() => ''));
        if (current && (number % AT_A_TIME === 0 || number === document.numPages))
          setRead({ document, texts: [...texts] });
      }
    };
    void readAll();
    return () => {
      current = false;
    };
  }, [document, wordsOf, open]);
  return read.document === document ? read.texts : [];
}

interface Searched {
  readonly document: PDFDocumentProxy | null;
  readonly wordsOf: WordsOf;
  /** Whether anybody looks for anything; only then the pages are read. */
  readonly open: boolean;
  /** The page in view. */
  readonly page: number;
}

/** ファイル内の検索: the places of a word in all pages, from the page in view on. */
export function useFind({ document, wordsOf, open, page }: Searched): Finding {
  const [asked, setAsked] = useState({ term: '', from: 1 });
  const [chosen, setChosen] = useState<number | null>(null);
  const texts = usePageTexts(document, wordsOf, open);
  const places = useMemo(() => {
    const word = foldText(asked.term);
    return texts.flatMap((text, index) =>
      Array.from({ length: timesIn(text, word) }, (_, nth): FoundPlace => ({ page: index + 1, index: nth })),
    );
  }, [texts, asked.term]);
  const first = Math.max(
    0,
    places.findIndex((place) => place.page >= asked.from),
  );
  const at = places.length === 0 ? -1 : (chosen ?? first) % places.length;
  return {
    term: asked.term,
    places,
    at,
    complete: document !== null && texts.length === document.numPages,
    hasText: texts.some((text) => text !== ''),
    look: (term) => {
      setAsked({ term, from: page });
      setChosen(null);
    },
    go: (by) => setChosen(places.length === 0 ? null : (at + by + places.length) % places.length),
  };
}
