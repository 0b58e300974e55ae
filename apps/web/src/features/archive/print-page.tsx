import { Link, useSearch } from '@tanstack/react-router';
import { mostPrinted, useArchiveCount, usePrintedHits } from '../../shared/api/search';
import { useMe } from '../../shared/api/session';
import type { SearchHit, SearchResult } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatNumber, formatYen } from '../../shared/money/yen';
import { Loading } from '../../shared/ui/loading';
import { usePageTitle } from '../../shared/ui/page';
import { PrintButton } from '../../shared/ui/print-button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Day } from '../../shared/wareki/day';
import { archiveSearch, conditionsOf, type ArchiveSearch } from './archive-search';
import { conditionLabel, hitStateLabel } from './facet-label';

function Line({ hit, n }: { hit: SearchHit; n: number }) {
  const { t, locale } = useLanguage();
  return (
    <tr className="border-b border-line align-top">
      <td className="px-1 py-1 text-right tabular-nums">{n}</td>
      <td className="px-1 py-1 whitespace-nowrap">{hit.number}</td>
      <td className="min-w-48 px-1 py-1">{hit.title}</td>
      <td className="px-1 py-1 whitespace-nowrap">
        <Day on={hit.date} />
      </td>
      <td className="min-w-24 px-1 py-1">{hit.matterTypeName}</td>
      <td className="min-w-24 px-1 py-1">
        {hit.sectionName} {hit.sender ?? hit.drafterName}
      </td>
      <td className="px-1 py-1 text-right whitespace-nowrap">{hit.amount !== null && formatYen(hit.amount, locale)}</td>
      <td className="px-1 py-1 whitespace-nowrap">{t(hitStateLabel(hit.state))}</td>
    </tr>
  );
}

const columns = ['n', 'number', 'column.title', 'date', 'matterType', 'drafter', 'amount', 'state'] as const;

function Lines({ hits }: { hits: readonly SearchHit[] }) {
  const { t } = useLanguage();
  return (
    <div className="overflow-x-auto" data-scrolls tabIndex={0} role="region" aria-label={t('print.title')}>
      <table className="w-full border-collapse text-13">
        <thead>
          <tr className="border-b-2 border-ink text-left">
            {columns.map((name) => (
              <th key={name} scope="col" className="px-1 py-1 whitespace-nowrap">
                {t(`print.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hits.map((hit, index) => (
            <Line key={hit.documentId} hit={hit} n={index + 1} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the list answers: the conditions, how many there are, when it was printed and by whom. */
function Heading({ search, first, shown }: { search: ArchiveSearch; first: SearchResult; shown: number }) {
  const { t, locale } = useLanguage();
  const me = useMe();
  const count = useArchiveCount(conditionsOf(search), first.countCapped);
  const total = count.data ?? { count: first.count, exact: !first.countCapped };
  const conditions = first.conditions.map((asked) => conditionLabel(asked, first.facets, { t, locale }));
  const off = first.foldings.filter(({ on }) => !on).map(({ name }) => t(`folding.off.${name}`));
  return (
    <dl className="grid grid-cols-[fit-content(45%)_1fr] gap-x-4 gap-y-1">
      <dt className="font-bold">{t('print.conditions')}</dt>
      <dd>{[...conditions, ...off].join(locale === 'ja' ? '、' : ', ') || t('print.noConditions')}</dd>
      <dt className="font-bold">{t('print.count')}</dt>
      <dd>
        <span role="status">
          {t(total.exact ? 'search.count' : 'search.countAtLeast', { n: formatNumber(total.count) })}
        </span>
        {shown < total.count && ` ${t('print.onlyFirst', { n: formatNumber(shown) })}`}
      </dd>
      <dt className="font-bold">{t('search.sort')}</dt>
      <dd>{t(`search.sort.${search.sort ?? 'date'}`)}</dd>
      <dt className="font-bold">{t('print.by')}</dt>
      <dd>
        <Day on={me.today} /> {me.name}
      </dd>
    </dl>
  );
}

/** The result as a list for paper. */
export function PrintPage() {
  const { t } = useLanguage();
  const search = archiveSearch({ ...useSearch({ from: '/shell/search/print' }) });
  const { data, error, isPending, refetch } = usePrintedHits(conditionsOf(search));
  usePageTitle(t('print.title'));
  return (
    <div className="h-full overflow-y-auto p-6" data-scrolls tabIndex={0}>
      <div className="mx-auto flex max-w-5xl flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-20">{t('print.title')}</h1>
          <p className="no-print flex items-center gap-3">
            <Link to="/search" search={search} className="touch-target inline-flex items-center text-key-900 underline">
              {t('print.back')}
            </Link>
            {data && <PrintButton />}
          </p>
        </div>
        {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
        {isPending && <Loading lines={12} />}
        {data && <Heading search={search} first={data.first} shown={Math.min(data.hits.length, mostPrinted)} />}
        {data && <Lines hits={data.hits.slice(0, mostPrinted)} />}
      </div>
    </div>
  );
}
