import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SearchResult } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/keys/shortcuts';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { archiveSearch, conditionsOf, sorts, type ArchiveSearch } from './archive-search';
import { facetLabel } from './facet-label';

const SaveDialog = later(() => import('./save-dialog'));
const ExportDialog = later(() => import('./export-dialog'));

const selectClass = 'touch-target rounded-8 border border-solid-gray-536 bg-white px-2 py-1 text-13';

/** Order, the year to begin with, and what is done with the whole result: saving, exporting, printing. */
export function ResultBar({ search, facets }: { search: ArchiveSearch; facets: SearchResult['facets'] | undefined }) {
  const { t, locale } = useLanguage();
  const navigate = useNavigate();
  const [sheet, setSheet] = useState<'save' | 'export' | null>(null);
  useShortcuts([
    { keys: ['s'], label: 'key.saveSearch', run: () => setSheet('save') },
    { keys: ['e'], label: 'key.exportSearch', run: () => setSheet('export') },
  ]);
  const go = (change: Partial<Record<'sort' | 'startYear', string>>) => {
    const { hit: _, ...rest } = search;
    void navigate({ to: '/search', search: archiveSearch({ ...rest, ...change }) });
  };
  const sort = search.sort ?? 'date';
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2">
      <select
        aria-label={t('search.sort')}
        value={sort}
        onChange={({ target }) => go({ sort: target.value })}
        className={selectClass}
      >
        {sorts.map((one) => (
          <option key={one} value={one}>
            {t(`search.sort.${one}`)}
          </option>
        ))}
      </select>
      {sort !== 'relevance' && facets && facets.fiscalYear.length > 1 && (
        <select
          aria-label={t('search.startYear')}
          value={search.startYear ?? ''}
          onChange={({ target }) => go({ startYear: target.value })}
          className={selectClass}
        >
          <option value="">{t('search.startYear')}</option>
          {facets.fiscalYear.map((facet) => (
            <option key={facet.value} value={facet.value}>
              {facetLabel('fiscalYear', facet, { t, locale })}
            </option>
          ))}
        </select>
      )}
      <Button look="quiet" className="text-13" onClick={() => setSheet('save')}>
        {t('search.save')}
      </Button>
      <Button look="quiet" className="text-13" onClick={() => setSheet('export')}>
        {t('search.export')}
      </Button>
      <Link
        to="/search/print"
        search={conditionsOf(search)}
        className="touch-target inline-flex items-center text-13 text-key-900 underline"
      >
        {t('search.print')}
      </Link>
      {sheet === 'save' && <SaveDialog search={{ ...conditionsOf(search) }} onClose={() => setSheet(null)} />}
      {sheet === 'export' && <ExportDialog search={{ ...conditionsOf(search) }} onClose={() => setSheet(null)} />}
    </div>
  );
}
