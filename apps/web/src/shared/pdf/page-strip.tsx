import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useT } from '../i18n/translate';
import { cx } from '../ui/class-names';
import { Thumbnail } from './thumbnail';

interface PageStripProps {
  url: string;
  page: number;
  pages: number;
  /** So many of them, from the first on, have a picture. */
  thumbnails: number;
  onPage: (page: number) => void;
}

/** ページ一覧: every page small, in a row; arrow keys go along it, and the page in view is the one that Tab comes to. */
export function PageStrip({ url, page, pages, thumbnails, onPage }: PageStripProps) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const button = (number: number) => list.current?.querySelector<HTMLElement>(`[data-to="${number}"]`);
  useEffect(() => {
    const row = list.current;
    const shown = row?.querySelector<HTMLElement>(`[data-to="${page}"]`);
    // Only the row moves: the page behind it stays where the reader is.
    if (row && shown) row.scrollLeft = shown.offsetLeft - (row.clientWidth - shown.offsetWidth) / 2;
  }, [page]);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? Number(event.target.dataset.to) : page;
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 1, End: pages }[event.key];
    if (to === undefined || to < 1 || to > pages) return;
    event.preventDefault();
    event.stopPropagation();
    onPage(to);
    button(to)?.focus({ preventScroll: true });
  };
  return (
    <ol
      ref={list}
      aria-label={t('pdf.strip.heading')}
      className="relative mt-2 flex gap-2 overflow-x-auto border-t border-line py-2"
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
        <li key={number} className="shrink-0">
          <button
            type="button"
            data-to={number}
            tabIndex={number === page ? 0 : -1}
            aria-label={t('pdf.page', { page: number })}
            aria-current={number === page ? 'page' : undefined}
            onClick={() => onPage(number)}
            className={cx(
              'touch-target flex flex-col items-center gap-1 rounded-8 border-2 p-1 text-13',
              number === page ? 'border-key-900 font-bold' : 'border-transparent',
            )}
          >
            {number <= thumbnails ? (
              <Thumbnail of={url} page={number} className="h-24 w-20" />
            ) : (
              <span className="block h-24 w-20 border border-line bg-white" />
            )}
            {number}
          </button>
        </li>
      ))}
    </ol>
  );
}
