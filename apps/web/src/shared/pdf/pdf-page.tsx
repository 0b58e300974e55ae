import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/translate';
import type { RecognisedWord } from '../api/recognised';
import { layWords } from './lay-words';
import { markWords } from './mark-words';
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
}

export type WordsOf = (page: number) => Promise<readonly RecognisedWord[]>;

const paperRatio = Math.SQRT2;
const largestRatio = 2;

interface Target {
  canvas: HTMLCanvasElement;
  text: HTMLDivElement;
  width: number;
  rotation: number;
  marks: readonly string[];
  wordsOf: WordsOf;
}

/** Draws one page and lays its words over it. @returns how to stop. */
function draw(page: PDFPageProxy, { canvas, text, width, rotation, marks, wordsOf }: Target): () => void {
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
  let unmark: (() => void) | null = null;
  let stopped = false;
  const layRecognised = async (): Promise<void> => {
    await words.render();
    const recognised = text.textContent?.trim() ? [] : await wordsOf(page.pageNumber);
    if (stopped) return;
    const upright = page.getViewport({ scale });
    layWords(text, recognised, { width: upright.width, height: upright.height, rotation });
    unmark = markWords(text, marks);
  };
  layRecognised().catch(() => undefined);
  return () => {
    stopped = true;
    unmark?.();
    task.cancel();
    words.cancel();
  };
}

/** One page of a PDF; it is drawn only while it is near the part in view. */
export function PdfPage({ document, wordsOf, number, width, zoom, rotation, onVisible, marks }: PdfPageProps) {
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [page, setPage] = useState<PDFPageProxy | null>(null);

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
    return draw(page, { canvas: canvas.current, text: text.current, width: drawnWidth, rotation, marks, wordsOf });
  }, [page, near, drawnWidth, rotation, marks, wordsOf]);

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
