import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useIntakeChoices, useReceiptCounts, type ReceiptCounts } from '../../shared/api/receipts';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { cx } from '../../shared/ui/class-names';
import { receiptViews, type ReceiptsSearch } from './receipts-search';

const counted: Partial<Record<ReceiptsSearch['view'], keyof ReceiptCounts>> = {
  unfinished: 'unfinished',
  arrived: 'arrived',
  circulating: 'circulating',
  asked: 'asked',
  due_soon: 'dueSoon',
  overdue: 'overdue',
};

const boxClass = 'rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5';

function Views({ search }: { search: ReceiptsSearch }) {
  const { t } = useLanguage();
  const counts = useReceiptCounts(search);
  return (
    <nav aria-label={t('receipts.views')} className="flex flex-wrap gap-1">
      {receiptViews.map((view) => {
        const name = counted[view];
        return (
          <Link
            key={view}
            to="/receipts"
            search={{ ...search, view }}
            aria-current={view === search.view ? 'page' : undefined}
            className={cx(
              'touch-target rounded-8 px-3 py-1.5',
              view === search.view ? 'bg-key-100 font-bold text-key-900' : 'hover:bg-solid-gray-50',
            )}
          >
            {t(`receipts.view.${view}`)} {name && counts.data && <b>{counts.data[name]}</b>}
          </Link>
        );
      })}
    </nav>
  );
}

/** Views with their counts, section, kind and words. */
export function ReceiptFilters({ search }: { search: ReceiptsSearch }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const choices = useIntakeChoices();
  const { kind: _kind, everywhere: _everywhere, q: _q, ...rest } = search;
  const go = (next: ReceiptsSearch) => void navigate({ to: '/receipts', search: next });
  const withKind = search.kind ? { kind: search.kind } : {};
  const withPlace = search.everywhere ? { everywhere: true } : {};
  const withWords = search.q ? { q: search.q } : {};
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    go({ ...rest, ...withKind, ...withPlace, ...(q ? { q } : {}) });
  };
  return (
    <div className="no-print flex flex-col gap-3">
      <Views search={search} />
      <div className="flex flex-wrap items-center gap-3">
        <select
          aria-label={t('receipt.section')}
          value={search.everywhere ? 'all' : 'mine'}
          onChange={(event) =>
            go({ ...rest, ...withKind, ...withWords, ...(event.target.value === 'all' ? { everywhere: true } : {}) })
          }
          className={boxClass}
        >
          <option value="mine">{t('receipts.mySections')}</option>
          <option value="all">{t('receipts.everywhere')}</option>
        </select>
        <select
          aria-label={t('receipt.kind')}
          value={search.kind ?? ''}
          onChange={(event) =>
            go({ ...rest, ...withPlace, ...withWords, ...(event.target.value ? { kind: event.target.value } : {}) })
          }
          className={boxClass}
        >
          <option value="">{t('receipts.anyKind')}</option>
          {(choices.data?.kinds ?? []).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <form onSubmit={submit} role="search" className="flex w-full max-w-md gap-2">
          <input
            key={search.q ?? ''}
            name="q"
            type="text"
            inputMode="search"
            aria-label={t('receipts.words')}
            placeholder={t('receipts.words')}
            defaultValue={search.q ?? ''}
            className="w-full min-w-0 rounded-8 border border-solid-gray-600 px-3 py-1.5"
          />
          <Button type="submit" className="shrink-0 whitespace-nowrap">
            {t('receipts.search')}
          </Button>
        </form>
      </div>
    </div>
  );
}
