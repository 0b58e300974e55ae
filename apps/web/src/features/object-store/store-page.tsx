import { Link } from '@tanstack/react-router';
import { useMe } from '../../shared/api/session';
import { useStoreFigures, type StoreFigures } from '../../shared/api/store';
import { useT } from '../../shared/i18n/translate';
import { formatBytes } from '../../shared/money/yen';
import { buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { PrintButton } from '../../shared/ui/print-button';
import { PrintedBy } from '../../shared/ui/printed-by';
import { ProblemNote } from '../../shared/ui/problem-note';
import { FindingsCard } from './findings-card';
import { QuotaMeter, StoreHealth } from './store-figures';
import { Card } from './store-parts';
import { KindsCard, LargestCard, MonthsCard } from './store-tables';

function Store({ figures }: { figures: StoreFigures }) {
  const t = useT();
  const { total, quotaBytes, byKind, months, largest, findings } = figures;
  const empty = total.objects === 0;
  return (
    <>
      <Card title={t('store.total')}>
        <p className="mb-2 flex flex-wrap items-baseline gap-x-4">
          <b className="text-[1.75rem] leading-120">{formatBytes(total.bytes)}</b>
          <span>{t('store.objects', { n: total.objects })}</span>
        </p>
        <QuotaMeter bytes={total.bytes} quotaBytes={quotaBytes} />
      </Card>
      {empty && <p className="py-2">{t('store.empty')}</p>}
      <StoreHealth figures={figures} />
      <FindingsCard findings={findings} />
      {!empty && (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <KindsCard byKind={byKind} total={total} />
          <MonthsCard months={months} />
        </div>
      )}
      {!empty && <LargestCard largest={largest} />}
    </>
  );
}

/** 保管庫: how much is kept, how it grows and what is wrong in it, for those who look after the store (SCN-18). */
export function StorePage() {
  const t = useT();
  const me = useMe();
  const figures = useStoreFigures();
  return (
    <Page
      title={t('nav.store')}
      aside={
        <span className="no-print flex flex-wrap gap-2">
          <Link to="/scan-arrivals" className={buttonClass('link')}>
            {t('scans.title')}
          </Link>
          {me.allowed.includes('readings') && (
            <Link to="/readings" className={buttonClass('link')}>
              {t('readings.title')}
            </Link>
          )}
          <PrintButton />
        </span>
      }
    >
      <PrintedBy />
      <p>{t('store.help')}</p>
      {figures.error && <ProblemNote error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.isPending && <Loading lines={10} />}
      {figures.data && <Store figures={figures.data} />}
    </Page>
  );
}
