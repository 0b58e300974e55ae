import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { recognisedWords } from '../api/recognised';
import { useT } from '../i18n/translate';
import { Loading } from '../ui/loading';
import { PageText } from './page-text';
import { PdfPage } from './pdf-page';
import { nextStep, PdfToolbar, previousStep } from './pdf-toolbar';
import { usePdf } from './use-pdf';

/** Width of the pane in CSS pixels, following it as it changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}

interface PdfViewerProps {
  url: string;
  opensAt?: number | undefined;
  /** Words that are marked where they stand. */
  marks?: readonly string[] | undefined;
}

const unmarked: readonly string[] = [];

/** A PDF in the page, all pages under one another; it may open at one of them. */
export default function PdfViewer({ url, opensAt, marks = unmarked }: PdfViewerProps) {
  const t = useT();
  const { document, failed } = usePdf(url);
  const [box, width] = useWidth();
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [rotation, setRotation] = useState(0);
  const [showsText, setShowsText] = useState(false);
  const onVisible = useCallback((number: number) => setPage(number), []);
  const wordsOf = useCallback((number: number) => recognisedWords(url, number), [url]);

  const showPage = (number: number) => {
    setPage(number);
    box.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' });
  };

  const isLaidOut = document !== null && width > 0;
  useEffect(() => {
    if (isLaidOut && opensAt !== undefined && opensAt > 1)
      box.current?.querySelector(`[data-page="${opensAt}"]`)?.scrollIntoView({ block: 'start' });
  }, [isLaidOut, opensAt]);

  /** PageUp, PageDown, Home and End turn pages, + - 0 change the size, while the focus is in the viewer. */
  const onKeyDown = (event: KeyboardEvent) => {
    const pages = document?.numPages ?? 0;
    if (pages === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = {
      PageDown: () => showPage(Math.min(page + 1, pages)),
      PageUp: () => showPage(Math.max(page - 1, 1)),
      Home: () => showPage(1),
      End: () => showPage(pages),
      '+': () => setZoom(nextStep(zoom)),
      '-': () => setZoom(previousStep(zoom)),
      '0': () => setZoom(1),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <div className="flex flex-col gap-3" onKeyDown={onKeyDown}>
      {document && (
        <div className="sticky top-0 z-10 border-b border-line bg-white px-3 py-2">
          <PdfToolbar
            page={page}
            pages={document.numPages}
            zoom={zoom}
            onPage={showPage}
            onZoom={setZoom}
            onRotate={() => setRotation((rotation + 90) % 360)}
            showsText={showsText}
            onText={() => setShowsText(!showsText)}
          />
          {showsText && <PageText url={url} page={page} onClose={() => setShowsText(false)} />}
        </div>
      )}
      <div
        ref={box}
        role="group"
        aria-label={t('pdf.pages')}
        tabIndex={0}
        className="flex flex-col gap-4 overflow-x-auto -outline-offset-3"
      >
        {failed && (
          <p role="alert" className="p-4">
            {t('pdf.failed')}
          </p>
        )}
        {!failed && !document && <Loading lines={6} />}
        {document &&
          width > 0 &&
          Array.from({ length: document.numPages }, (_, index) => (
            <PdfPage
              key={index}
              document={document}
              wordsOf={wordsOf}
              number={index + 1}
              width={width}
              zoom={zoom}
              rotation={rotation}
              onVisible={onVisible}
              marks={marks}
            />
          ))}
      </div>
    </div>
  );
}
