import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type LedgerOfYear, useNumberLedger, useNumberSeries } from '../../shared/api/execution';
import type { NumberLine, NumberSeries } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { seriesName } from '../../shared/numbers/series-name';
import { Button, buttonClass } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { PrintButton } from '../../shared/ui/print-button';
import { PrintedBy } from '../../shared/ui/printed-by';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatFiscalYear } from '../../shared/wareki/format';
import { NumberTable } from './number-table';
import { VoidDialog } from './void-dialog';

const ReserveDialog = later(() => import('./reserve-dialog'));

const keyOf = ({ seriesCode, symbol, year }: Pick<NumberSeries, 'seriesCode' | 'symbol' | 'year'>) =>
  JSON.stringify([seriesCode, symbol, year]);

function csvAddress({ series, symbol, year }: LedgerOfYear): string {
  const query = new URLSearchParams({ series, symbol, year: String(year) });
  return `/api/v1/numbers/ledger.csv?${query.toString()}`;
}

function Ledger({ series }: { series: NumberSeries }) {
  const { t } = useLanguage();
  const [toVoid, setToVoid] = useState<NumberLine | null>(null);
  const [reserving, setReserving] = useState(false);
  const ledger: LedgerOfYear = { series: series.seriesCode, symbol: series.symbol, year: series.year };
  const list = useNumberLedger(ledger);
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="no-print flex flex-wrap items-center gap-3">
        {series.current && series.closedAt === null && series.allowed.includes('reserve') && (
          <Button onClick={() => setReserving(true)}>{t('numbers.reserve')}</Button>
        )}
        <a className={buttonClass('link')} href={csvAddress(ledger)} download>
          {t('numbers.csv')}
        </a>
        <PrintButton />
      </div>
      <PrintedBy />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && lines.length === 0 && <p className="py-6">{t('numbers.empty')}</p>}
      {lines.length > 0 && (
        <NumberTable
          lines={lines}
          mayVoid={series.allowed.includes('void') && series.kind !== 'draft' && series.kind !== 'receipt'}
          onVoid={setToVoid}
        />
      )}
      {list.hasNextPage && (
        <p className="text-center">
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </p>
      )}
      {toVoid && <VoidDialog line={toVoid} onClose={() => setToVoid(null)} />}
      {reserving && <ReserveDialog series={series} onClose={() => setReserving(false)} />}
    </>
  );
}

/** 発番簿: the numbers of one series and year in their order, with what is void and why. */
export function NumbersPage() {
  const { t, locale } = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/numbers' });
  const series = useNumberSeries();
  const all = (series.data?.items ?? []).toSorted((a, b) => b.year - a.year);
  const wanted = search.series
    ? all.find((one) => one.seriesCode === search.series && one.symbol === search.symbol && one.year === search.year)
    : undefined;
  const current = wanted ?? all.find(({ kind }) => kind === 'dispatch') ?? all[0];
  const show = (key: string) => {
    const one = all.find((each) => keyOf(each) === key);
    if (one) void navigate({ to: '/numbers', search: { series: one.seriesCode, symbol: one.symbol, year: one.year } });
  };
  return (
    <Page
      title={t('nav.numbers')}
      aside={
        <div className="flex flex-wrap items-center gap-4">
          <Link to="/numbers/voids" className="no-print text-key-900 underline">
            {t('nav.voids')}
          </Link>
          {current && (
            <label className="flex max-w-full items-center gap-2 whitespace-nowrap">
              {t('numbers.series')}
              <select
                value={keyOf(current)}
                onChange={(event) => show(event.target.value)}
                className="max-w-60 min-w-0 rounded-8 sm:max-w-none border border-solid-gray-600 bg-white px-2 py-1.5"
              >
                {all.map((one) => (
                  <option key={keyOf(one)} value={keyOf(one)}>
                    {one.yearBasis === 'fiscal' ? formatFiscalYear(one.year, locale) : one.year}{' '}
                    {one.symbol || t('numbers.whole')} {seriesName(one, all, t)}{' '}
                    {one.closedAt ? `(${t('numbers.closed')})` : ''}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      }
    >
      {series.error && <ProblemNote error={series.error} onRetry={() => void series.refetch()} />}
      {series.isPending && <Loading lines={8} />}
      {series.data && !current && <p className="py-6">{t('numbers.noSeries')}</p>}
      {current && <Ledger key={keyOf(current)} series={current} />}
    </Page>
  );
}
