import { Link, useSearch } from '@tanstack/react-router';
import { ledgerAddress, useIntakeChoices, useReceiptList } from '../../shared/api/receipts';
import { useLanguage } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { ReceiptFilters } from './receipt-filters';
import { ReceiptTable } from './receipt-table';

/** 収受: what has arrived in my sections and what is to be done with it; as ledger, printed or saved. */
export function ReceiptsPage() {
  const { t } = useLanguage();
  const search = useSearch({ from: '/shell/receipts' });
  const choices = useIntakeChoices();
  const list = useReceiptList(search);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = Boolean(search.q ?? search.kind);
  return (
    <Page
      title={search.view === 'all' ? t('receipt.print.title') : t('nav.receipts')}
      aside={
        <p className="no-print flex flex-wrap items-center gap-2">
          <a className={buttonClass('link')} href={ledgerAddress(search)} download>
            {t('receipts.csv')}
          </a>
          <Button look="link" onClick={() => window.print()}>
            {t('receipts.print')}
          </Button>
          {choices.data?.watchesScans && (
            <Link to="/scan-arrivals" className={buttonClass('link')}>
              {t('scans.title')}
            </Link>
          )}
          {(choices.data?.registrable.length ?? 0) > 0 && (
            <Link to="/receipts/new" className={buttonClass('primary')}>
              {t('receipts.register')}
            </Link>
          )}
        </p>
      }
    >
      <ReceiptFilters search={search} />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && items.length === 0 && (
        <p className="py-6">{t(narrowed ? 'receipts.emptyFiltered' : 'receipts.empty')}</p>
      )}
      {items.length > 0 && <ReceiptTable items={items} />}
      {list.hasNextPage && (
        <p className="no-print text-center">
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </p>
      )}
    </Page>
  );
}
