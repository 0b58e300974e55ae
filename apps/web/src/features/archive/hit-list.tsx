import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { SearchHit } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatYen } from '../../shared/money/yen';
import { Chip } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';
import { MarkedText } from '../../shared/ui/marked-text';
import { Day } from '../../shared/wareki/day';
import { screenOf } from './archive-search';
import { hitStateLabel } from './facet-label';

function Hit({ hit, href, onOpen }: { hit: SearchHit; href: string; onOpen: () => void }) {
  const { t, locale } = useLanguage();
  const { snippet } = hit;
  return (
    <>
      <a
        data-row
        href={href}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          // The row around it places the cursor, which is an address too and would win over this one.
          event.stopPropagation();
          onOpen();
        }}
        className="block text-15 font-bold text-key-1000 outline-none focus-visible:shadow-none"
      >
        <MarkedText text={hit.title} marks={hit.titleMarks} />
      </a>
      {snippet && (
        <p className="text-13">
          {snippet.source !== 'title' && (
            <span className="text-quiet">
              {t(`search.source.${snippet.source}`)}
              {snippet.page !== null && ` p.${snippet.page}`}:{' '}
            </span>
          )}
          <MarkedText text={snippet.text} marks={snippet.marks} />
        </p>
      )}
      <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
        {hit.kind === 'receipt' && <Chip tone="level">{t('facet.kind.receipt')}</Chip>}
        {hit.number !== null && <span>{hit.number}</span>}
        <Day on={hit.date} />
        <span>{hit.matterTypeName}</span>
        <span>
          {hit.sectionName} {hit.drafterName}
        </span>
        {hit.sender && <span>{t('search.from.sender', { sender: hit.sender })}</span>}
        {hit.amount !== null && <span className="whitespace-nowrap">{formatYen(hit.amount, locale)}</span>}
        {hit.retention !== null && (
          <span>
            {t('facet.retention')} {hit.retention}
          </span>
        )}
        {hit.attachmentCount > 0 && <span>{t('inbox.attachments', { n: hit.attachmentCount })}</span>}
        {hit.medium !== 'electronic' && <Chip>{t(`medium.${hit.medium}`)}</Chip>}
        <Chip>{t(hitStateLabel(hit.state))}</Chip>
      </p>
    </>
  );
}

interface HitListProps {
  hits: readonly SearchHit[];
  total: number;
  cursor: string | null;
  onPlace: (documentId: string) => void;
  onOpen: (hit: SearchHit) => void;
  onEnd: () => void;
}

/** The hits; only those near the view are in the page, so that thousands scroll as smoothly as ten. */
export function HitList({ hits, total, cursor, onPlace, onOpen, onEnd }: HitListProps) {
  const { t } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 92,
    overscan: 8,
    getItemKey: (index) => hits[index]?.documentId ?? index,
  });
  const at = hits.findIndex((hit) => hit.documentId === cursor);
  const shownBefore = useRef(false);
  useEffect(() => {
    if (at < 0) return;
    rows.scrollToIndex(at, { align: 'auto' });
    const active = document.activeElement;
    const free = active === document.body && shownBefore.current;
    shownBefore.current = true;
    if (free || scroller.current?.contains(active)) {
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>('[aria-current] [data-row]')?.focus({ preventScroll: true }),
      );
    }
    // Scrolling follows the cursor, not every measurement.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at]);
  const virtual = rows.getVirtualItems();
  const last = virtual.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hits.length > 0 && last >= hits.length - 5) onEnd();
  }, [last, hits.length, onEnd]);

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto max-md:short:h-[75dvh] max-md:short:flex-none">
      <ol aria-label={t('search.hits')} className="relative" style={{ height: rows.getTotalSize() }}>
        {virtual.map(({ index, start, key }) => {
          const hit = hits[index];
          if (!hit) return null;
          const current = index === at;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              aria-current={current ? 'true' : undefined}
              onClick={() => onPlace(hit.documentId)}
              style={{ transform: `translateY(${start}px)` }}
              className={cx(
                'absolute inset-x-0 top-0 border-b border-l-4 border-b-line px-3 py-2 has-[a:focus-visible]:outline-3 has-[a:focus-visible]:-outline-offset-3 has-[a:focus-visible]:outline-black',
                current ? 'border-l-key-900 bg-key-50' : 'border-l-transparent hover:bg-solid-gray-50',
              )}
            >
              <Hit
                hit={hit}
                href={screenOf[hit.kind].replace('$id', encodeURIComponent(hit.documentId))}
                onOpen={() => onOpen(hit)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
