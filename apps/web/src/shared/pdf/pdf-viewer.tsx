import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { recognisedWords } from '../api/recognised';
import { useT } from '../i18n/translate';
import { Loading } from '../ui/loading';
import { bringIntoView } from './bring-into-view';
import { FindBar } from './find-bar';
import { PageStrip } from './page-strip';
import { PageText } from './page-text';
import { PdfPage } from './pdf-page';
import { nextStep, PdfToolbar, previousStep, type PdfTool } from './pdf-toolbar';
import { useFind } from './use-find';
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
  /** How many pages, from the first on, have a small picture. */
  thumbnails: number;
  opensAt?: number | undefined;
  /** Words that are marked where they stand. */
  marks?: readonly string[] | undefined;
}

const unmarked: readonly string[] = [];
const nothing: ReadonlySet<PdfTool> = new Set();

/** A PDF in the page, all pages under one another; it may open at one of them. */
export default function PdfViewer({ url, thumbnails, opensAt, marks = unmarked }: PdfViewerProps) {
  const t = useT();
  const { document, failed } = usePdf(url);
  const [box, width] = useWidth();
  const tools = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [rotation, setRotation] = useState(0);
  const [opened, setOpened] = useState<ReadonlySet<PdfTool>>(nothing);
  const onVisible = useCallback((number: number) => setPage(number), []);
  const wordsOf = useCallback((number: number) => recognisedWords(url, number), [url]);

  const finding = useFind({ document, wordsOf, open: opened.has('find'), page });
  const found = opened.has('find') ? finding.places[finding.at] : undefined;

  /** The tools stay where they are: a page begins beneath them. */
  const bring = useCallback(
    (number: number) => {
      const page = box.current?.querySelector(`[data-page="${number}"]`);
      if (page) bringIntoView(page, 'top', tools.current?.offsetHeight);
    },
    [box],
  );

  const toggle = (tool: PdfTool) =>
    setOpened((tools) => new Set(tools.has(tool) ? [...tools].filter((one) => one !== tool) : [...tools, tool]));
  const closeFind = () => {
    toggle('find');
    box.current?.focus({ preventScroll: true });
  };
  const showPage = (number: number) => {
    setPage(number);
    bring(number);
  };

  const isLaidOut = document !== null && width > 0;
  useEffect(() => {
    if (isLaidOut && opensAt !== undefined && opensAt > 1) bring(opensAt);
  }, [isLaidOut, opensAt, bring]);

  /** PageUp, PageDown, Home and End turn pages, + - 0 change the size, Ctrl+F looks for words, while the focus is in the viewer. */
  const onKeyDown = (event: KeyboardEvent) => {
    const pages = document?.numPages ?? 0;
    if (pages > 0 && (event.ctrlKey || event.metaKey) && event.key === 'f') {
      event.preventDefault();
      setOpened((tools) => new Set([...tools, 'find']));
    }
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
        <div ref={tools} className="sticky top-0 z-10 border-b border-line bg-white px-3 py-2">
          <PdfToolbar
            page={page}
            pages={document.numPages}
            zoom={zoom}
            onPage={showPage}
            onZoom={setZoom}
            onRotate={() => setRotation((rotation + 90) % 360)}
            opened={opened}
            onOpen={toggle}
          />
          {opened.has('pages') && (
            <PageStrip url={url} page={page} pages={document.numPages} thumbnails={thumbnails} onPage={showPage} />
          )}
          {opened.has('find') && <FindBar finding={finding} onClose={closeFind} />}
          {opened.has('text') && <PageText url={url} page={page} onClose={() => toggle('text')} />}
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
              tools={tools}
              term={found ? finding.term : ''}
              here={found?.page === index + 1 ? found.index : null}
            />
          ))}
      </div>
    </div>
  );
}
