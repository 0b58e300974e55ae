import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useSearch as useArchive } from '../../shared/api/search';
import type { SearchHit } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/keys/shortcuts';
import { Loading } from '../../shared/ui/loading';
import { usePageTitle } from '../../shared/ui/page';
import { PaneSplit } from '../../shared/ui/pane-split';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useWide } from '../../shared/ui/use-wide';
import { archiveSearch, documentAddress, screenOf, questionOf, type ArchiveSearch } from './archive-search';
import { ConditionChips } from './condition-chips';
import { DisposedGroup } from './disposed-group';
import { EmptyResult } from './empty-result';
import { Facets } from './facets';
import { HitList } from './hit-list';
import { HitPreview } from './hit-preview';
import { ResultBar } from './result-bar';
import { ResultCount } from './result-count';
import { SearchBox } from './search-box';
import { TitlesOnlyGroup } from './titles-only';

/** Pages of hits as one list, with its count and facets. */
function useHits(search: ArchiveSearch) {
  const result = useArchive(questionOf(search));
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = result;
  const hits = useMemo(() => result.data?.pages.flatMap((page) => page.items) ?? [], [result.data]);
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { result, hits, first: result.data?.pages[0], onEnd };
}

/** The archive: one box, counts to narrow by, hits with the words marked, the document beside them. */
export function ArchivePage() {
  const t = useT();
  const navigate = useNavigate();
  const search = archiveSearch({ ...useSearch({ from: '/shell/search' }) });
  const { result, hits, first, onEnd } = useHits(search);
  const wide = useWide(80);
  usePageTitle(t('nav.search'));
  const at = Math.max(
    0,
    hits.findIndex((hit) => hit.documentId === search.hit),
  );
  const current = hits[at];
  const place = (documentId: string) =>
    void navigate({ to: '/search', search: { ...search, hit: documentId }, replace: true });
  const open = (hit: SearchHit) =>
    void navigate({
      to: screenOf[hit.kind],
      params: { id: hit.documentId },
      search: documentAddress(hit, first?.conditions),
    });
  const step = (by: number) => {
    const next = hits[Math.min(Math.max(at + by, 0), hits.length - 1)];
    if (next) place(next.documentId);
  };
  useShortcuts([
    { keys: ['j', 'ArrowDown'], label: 'key.next', run: () => step(1) },
    { keys: ['k', 'ArrowUp'], label: 'key.previous', run: () => step(-1) },
    { keys: ['o', 'Enter'], label: 'key.toDocument', run: () => current && open(current) },
  ]);
  const found = (
    <section aria-label={t('search.hits')} className="flex min-h-0 min-w-0 flex-col">
      <div role="status" className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        {first && <ResultCount search={search} result={first} />}
        <ConditionChips search={search} result={first} />
        <ResultBar search={search} facets={first?.facets} />
      </div>
      {first && (
        <details className="border-b border-line md:hidden">
          <summary className="px-3 py-2 text-key-900 underline">{t('search.narrow')}</summary>
          <Facets search={search} result={first} />
        </details>
      )}
      <TitlesOnlyGroup search={search} />
      <DisposedGroup search={search} />
      {result.error && <ProblemNote error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Loading lines={10} />}
      {first && hits.length === 0 && <EmptyResult search={search} result={first} />}
      {hits.length > 0 && (
        <HitList
          hits={hits}
          total={first?.count ?? hits.length}
          cursor={current?.documentId ?? null}
          onPlace={place}
          onOpen={open}
          onEnd={onEnd}
        />
      )}
    </section>
  );
  const preview = (
    <section aria-label={t('search.preview')} className="min-h-0 min-w-0 overflow-y-auto" data-scrolls tabIndex={0}>
      {current && <HitPreview hit={current} conditions={first?.conditions} />}
    </section>
  );
  return (
    // In a low, narrow window (400 % zoom) the whole page scrolls: what stands above the hits leaves them no room.
    <div className="flex h-full flex-col max-md:short:overflow-y-auto">
      <h1 className="sr-only">{t('nav.search')}</h1>
      <SearchBox search={search} />
      <div className="grid min-h-0 flex-1 grid-cols-1 max-md:short:flex-none md:grid-cols-[13.5rem_minmax(0,1fr)]">
        <div className="hidden overflow-y-auto border-r border-line bg-solid-gray-50 md:block">
          {first && <Facets search={search} result={first} />}
        </div>
        {wide ? <PaneSplit name="archive" first={58} left={found} right={preview} /> : found}
      </div>
    </div>
  );
}
