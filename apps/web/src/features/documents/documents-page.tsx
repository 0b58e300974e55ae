import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useDocumentList } from '../../shared/api/documents';
import type { DocumentListItem, DocumentState } from '../../shared/api/types';
import { stateLabel } from '../../shared/i18n/labels';
import { useLanguage } from '../../shared/i18n/translate';
import { formatYen } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DayOf } from '../../shared/wareki/day';
import { formatDay, townDay } from '../../shared/wareki/format';
import { TakeOverButton } from '../../shared/pane/take-over-button';
import { documentStates, documentViews, stateCondition } from './documents-search';

const done: readonly DocumentState[] = ['decided', 'executed', 'closed'];

function DocumentRow({ item }: { item: DocumentListItem }) {
  const { t, locale } = useLanguage();
  return (
    <tr className="border-b border-line align-top hover:bg-solid-gray-50">
      <td className="py-2 pr-3">
        <Link to="/documents/$id" params={{ id: item.id }} className="font-bold text-key-900 underline">
          {item.title || t('document.untitled')}
        </Link>
        <p className="flex flex-wrap gap-x-2 text-13 text-quiet">
          {item.urgent && <Chip tone="urgent">{t('chip.urgent')}</Chip>}
          {item.medium !== 'electronic' && <Chip>{t(`medium.${item.medium}`)}</Chip>}
          <span>{item.matterTypeName}</span>
          {(item.dispatchNumber ?? item.draftNumber) && <span>{item.dispatchNumber ?? item.draftNumber}</span>}
          <span>{item.drafterName}</span>
          {item.attachmentCount > 0 && <span>{t('inbox.attachments', { n: item.attachmentCount })}</span>}
          {item.amount !== null && (
            <span className="whitespace-nowrap @2xl:hidden">{formatYen(item.amount, locale)}</span>
          )}
        </p>
        {item.leftAt !== null && (
          <p className="mt-1 flex flex-wrap items-center gap-3 text-13">
            {t('documents.leftOn', { name: item.drafterName, day: formatDay(townDay(item.leftAt), locale) })}
            {item.allowed.includes('take_over') && <TakeOverButton id={item.id} title={item.title} />}
          </p>
        )}
      </td>
      <td className="w-24 py-2">
        <Chip tone={done.includes(item.state) ? 'good' : item.state === 'returned' ? 'warn' : 'plain'}>
          {t(stateLabel(item.state))}
        </Chip>
      </td>
      <td className="money hidden w-32 py-2 pr-3 @2xl:table-cell">
        {item.amount !== null && formatYen(item.amount, locale)}
      </td>
      <td className="hidden w-36 py-2 text-13 @2xl:table-cell">
        <DayOf at={item.updatedAt} />
      </td>
    </tr>
  );
}

function Filters() {
  const { t } = useLanguage();
  const search = useSearch({ from: '/shell/documents' });
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    void navigate({
      to: '/documents',
      search: { view: search.view, ...(search.state ? { state: search.state } : {}), ...(q ? { q } : {}) },
    });
  };
  return (
    <div className="flex flex-wrap items-end gap-4">
      <nav aria-label={t('documents.views')} className="flex gap-1">
        {documentViews.map((view) => (
          <Link
            key={view}
            to="/documents"
            search={{ ...search, view }}
            aria-current={view === search.view ? 'page' : undefined}
            className={cx(
              'touch-target rounded-8 px-3 py-1.5',
              view === search.view ? 'bg-key-100 font-bold text-key-900' : 'hover:bg-solid-gray-50',
            )}
          >
            {t(`documents.${view}`)}
          </Link>
        ))}
      </nav>
      <label className="flex items-center gap-2">
        {t('documents.state')}
        <select
          value={search.state ?? ''}
          onChange={(event) =>
            void navigate({
              to: '/documents',
              search: {
                view: search.view,
                ...(search.q ? { q: search.q } : {}),
                ...stateCondition(event.target.value),
              },
            })
          }
          className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
        >
          <option value="">{t('documents.anyState')}</option>
          {documentStates.map((state) => (
            <option key={state} value={state}>
              {t(stateLabel(state))}
            </option>
          ))}
        </select>
      </label>
      <form onSubmit={submit} role="search" className="flex w-full max-w-md gap-2">
        <input
          key={search.q ?? ''}
          name="q"
          type="text"
          inputMode="search"
          aria-label={t('documents.words')}
          placeholder={t('documents.words')}
          defaultValue={search.q ?? ''}
          className="w-full min-w-0 rounded-8 border border-solid-gray-600 px-3 py-1.5"
        />
        <Button type="submit" className="shrink-0 whitespace-nowrap">
          {t('documents.filter')}
        </Button>
      </form>
    </div>
  );
}

/** My documents and my section's, newest first. */
export function DocumentsPage() {
  const { t } = useLanguage();
  const search = useSearch({ from: '/shell/documents' });
  const list = useDocumentList(search);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('nav.documents')}>
      <Filters />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && items.length === 0 && (
        <p className="py-6">{t(search.view === 'left' ? 'documents.noneLeft' : 'documents.empty')}</p>
      )}
      {items.length > 0 && (
        <div className="@container">
          <table className="w-full border-collapse">
            <caption className="sr-only">{t('nav.documents')}</caption>
            <thead className="border-b border-solid-gray-536 text-left text-13">
              <tr>
                <th scope="col" className="py-1 font-normal">
                  {t('inbox.title')}
                </th>
                <th scope="col" className="font-normal">
                  {t('documents.state')}
                </th>
                <th scope="col" className="hidden pr-3 text-right font-normal @2xl:table-cell">
                  {t('inbox.amount')}
                </th>
                <th scope="col" className="hidden font-normal @2xl:table-cell">
                  {t('documents.updated')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <DocumentRow key={item.id} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <p className="text-center">
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </p>
      )}
    </Page>
  );
}
