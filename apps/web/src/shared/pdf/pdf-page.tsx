import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useT } from '../i18n/translate';
import type { RecognisedWord } from '../api/recognised';
import { bringIntoView, bringSideways } from './bring-into-view';
import { layWords } from './lay-words';
import { FOUND, FOUND_HERE, markRanges, placesOf } from './mark-words';
import { TextLayer } from './pdfjs';

interface PdfPageProps {
  document: PDFDocumentProxy;
  /** What recognition found on a page that is a picture. */
  wordsOf: WordsOf;
  number: number;
  width: number;
  zoom: number;
  rotation: number;
  onVisible: (number: number) => void;
  marks: readonly string[];
  /** The word that is looked for in the file; empty when none is. */
  term: string;
  /** Which place of it on this page is looked at; null when it is on another one. */
  here: number | null;
  /** What lies over the top of the pages. */
  tools: RefObject<HTMLElement | null>;
}

export type WordsOf = (page: number) => Promise<readonly RecognisedWord[]>;

const paperRatio = Math.SQRT2;
const largestRatio = 2;

interface Target {
  canvas: HTMLCanvasElement;
  text: HTMLDivElement;
  width: number;
  rotation: number;
  wordsOf: WordsOf;
  onLaid: () => void;
}

/** Draws one page and lays its words over it. @returns how to stop. */
function draw(page: PDFPageProxy, { canvas, text, width, rotation, wordsOf, onLaid }: Target): () => void {
  const natural = page.getViewport({ scale: 1, rotation: page.rotate + rotation });
  const scale = width / natural.width;
  const viewport = page.getViewport({ scale, rotation: page.rotate + rotation });
  const ratio = Math.min(window.devicePixelRatio || 1, largestRatio);
  canvas.width = Math.floor(viewport.width * ratio);
  canvas.height = Math.floor(viewport.height * ratio);
  text.replaceChildren();
  text.style.setProperty('--total-scale-factor', String(scale));
  const task = page.render({ canvas, viewport, transform: ratio === 1 ? undefined : [ratio, 0, 0, ratio, 0, 0] });
  const words = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  task.promise.catch(() => undefined);
  let stopped = false;
  const layRecognised = async (): Promise<void> => {
    await words.render();
    const recognised = text.textContent?.trim() ? [] : await wordsOf(page.pageNumber);
    if (stopped) return;
    const upright = page.getViewport({ scale });
    layWords(text, recognised, { width: upright.width, height: upright.height, rotation });
    onLaid();
  };
  layRecognised().catch(() => undefined);
  return () => {
    stopped = true;
    task.cancel();
    words.cancel();
  };
}

/** Marks words, one a line, wherever they stand on the page. */
function useMarks(text: RefObject<HTMLDivElement | null>, words: string): void {
  useEffect(() => {
    if (text.current) return markRanges(FOUND, placesOf(text.current, words.split('\n')));
  }, [text, words]);
}

interface LookedAt extends Pick<PdfPageProps, 'term' | 'here' | 'tools'> {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly text: RefObject<HTMLDivElement | null>;
  readonly laid: boolean;
}

/** Brings the place that is looked at into view: the page at first, and the word when it is laid out. */
function useLookAt({ frame, text, laid, term, here, tools }: LookedAt): void {
  useEffect(() => {
    if (here === null) return;
    if (!laid || !text.current) {
      if (frame.current) bringIntoView(frame.current, 'top', tools.current?.offsetHeight);
      return;
    }
    const range = placesOf(text.current, [term])[here];
    if (!range) return;
    const piece = range.startContainer.parentElement;
    if (piece) bringIntoView(piece, 'middle', tools.current?.offsetHeight);
    if (piece) bringSideways(piece, frame.current?.parentElement ?? null);
    return markRanges(FOUND_HERE, [range]);
  }, [frame, text, laid, term, here, tools]);
}

/** One page of a PDF; it is drawn only while it is near the part in view. */
export function PdfPage(props: PdfPageProps) {
  const { document, wordsOf, number, width, zoom, rotation, onVisible, marks, term, here } = props;
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [laid, setLaid] = useState(false);

  useEffect(() => {
    if (!frame.current) return;
    const nearby = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '800px 0px',
    });
    const middle = new IntersectionObserver(([entry]) => entry?.isIntersecting && onVisible(number), {
      rootMargin: '-45% 0px',
    });
    nearby.observe(frame.current);
    middle.observe(frame.current);
    return () => {
      nearby.disconnect();
      middle.disconnect();
    };
  }, [number, onVisible]);

  useEffect(() => {
    let current = true;
    if (near)
      document.getPage(number).then(
        (loaded) => current && setPage(loaded),
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [document, number, near]);

  const drawnWidth = Math.max(1, Math.round(width * zoom));
  useEffect(() => {
    if (!page || !near || !canvas.current || !text.current) return;
    const onLaid = () => setLaid(true);
    const stop = draw(page, {
      canvas: canvas.current,
      text: text.current,
      width: drawnWidth,
      rotation,
      wordsOf,
      onLaid,
    });
    return () => {
      stop();
      setLaid(false);
    };
  }, [page, near, drawnWidth, rotation, wordsOf]);
  useMarks(text, laid ? [...marks, term].join('\n') : '');
  useLookAt({ frame, text, laid, term, here, tools: props.tools });

  const size = page?.getViewport({ scale: 1, rotation: page.rotate + rotation });
  const height = drawnWidth * (size ? size.height / size.width : paperRatio);
  return (
    <div
      ref={frame}
      role="region"
      aria-label={t('pdf.page', { page: number })}
      data-page={number}
      className="relative mx-auto bg-white shadow-1"
      style={{ width: drawnWidth, height }}
    >
      <canvas ref={canvas} aria-hidden="true" className="block size-full" />
      <div ref={text} className="pdf-text" lang="ja" />
    </div>
  );
}
