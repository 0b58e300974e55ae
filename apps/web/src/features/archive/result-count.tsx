import { useState } from 'react';
import { useArchiveCount } from '../../shared/api/search';
import type { SearchResult } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { conditionsOf, type ArchiveSearch } from './archive-search';

/** How many there are: «約» where counting stopped, exact when somebody asks for it. */
export function ResultCount({ search, result }: { search: ArchiveSearch; result: SearchResult }) {
  const t = useT();
  const conditions = conditionsOf(search);
  const [asked, setAsked] = useState<string | null>(null);
  const wanted = result.countCapped && asked === JSON.stringify(conditions);
  const { data, isFetching, isError } = useArchiveCount(conditions, wanted);
  const exact = wanted ? data : undefined;
  const shown = exact ?? { count: result.count, exact: !result.countCapped };
  const key = shown.exact ? 'search.count' : exact ? 'search.countAtLeast' : 'search.countCapped';
  return (
    <>
      <b className="text-16">{t(key, { n: formatNumber(shown.count) })}</b>
      {result.countCapped && !exact && (
        <Button
          look="link"
          className="text-13"
          disabled={wanted && isFetching}
          onClick={() => setAsked(JSON.stringify(conditions))}
        >
          {t(wanted && isFetching ? 'search.counting' : isError ? 'search.countAgain' : 'search.countExactly')}
        </Button>
      )}
    </>
  );
}
