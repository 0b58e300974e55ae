import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePendingExecutions } from '../../shared/api/execution';
import type { PendingExecution } from '../../shared/api/types';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DayOf } from '../../shared/wareki/day';
import { pendingScopes } from './pending-search';

function PendingRow({ item }: { item: PendingExecution }) {
  const t = useT();
  return (
    <tr className="border-b border-line align-top">
      <td className="py-2 pr-3">
        <Link
          to="/documents/$id"
          params={{ id: item.documentId }}
          search={{ tab: 'execution' }}
          className="font-bold text-key-900 underline"
        >
          {item.title}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
          {item.urgent && <Chip tone="urgent">{t('chip.urgent')}</Chip>}
          {item.dispatchNumber && <span>{item.dispatchNumber}</span>}
          <span>
            {item.sectionName} {item.drafterName}
          </span>
          <span className="@md:hidden">
            {t('pending.decidedOn')} <DayOf at={item.decidedAt} />
          </span>
        </p>
      </td>
      <td className="hidden py-2 pr-3 whitespace-nowrap @md:table-cell">
        <DayOf at={item.decidedAt} />
      </td>
      <td className="py-2 pl-2 @sm:whitespace-nowrap">
        {t(`execution.name.${item.next}`)} {item.mine && <Chip tone="level">{t('pending.mine')}</Chip>}
      </td>
    </tr>
  );
}

/** 決裁済未施行: what is decided and has not gone out, the oldest decision first. */
export function PendingPage() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { scope = 'section' } = useSearch({ from: '/shell/executions' });
  const list = usePendingExecutions(scope);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('pending.title')}
      aside={
        <div className="flex flex-wrap items-center gap-4">
          <Link to="/numbers" search={{}} className="text-key-900 underline">
            {t('nav.numbers')}
          </Link>
          <Link to="/registers" search={{ kind: 'dispatch' }} className="text-key-900 underline">
            {t('registers.dispatch')}
          </Link>
          <Link to="/registers" search={{ kind: 'seal' }} className="text-key-900 underline">
            {t('registers.seal')}
          </Link>
          <label className="flex items-center gap-2">
            {t('pending.scope')}
            <select
              value={scope}
              onChange={(event) => {
                const wanted = pendingScopes.find((one) => one === event.target.value);
                void navigate({ to: '/executions', search: wanted && wanted !== 'section' ? { scope: wanted } : {} });
              }}
              className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
            >
              {pendingScopes.map((one) => (
                <option key={one} value={one}>
                  {t(`pending.scope.${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      }
    >
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && items.length === 0 && <p className="py-6">{t('pending.empty')}</p>}
      {items.length > 0 && (
        <div className="@container">
          <table className="w-full border-collapse">
            <caption className="sr-only">{t('pending.title')}</caption>
            <thead className="border-b border-solid-gray-536 text-left text-13">
              <tr>
                <th scope="col" className="py-1 font-normal">
                  {t('pending.document')}
                </th>
                <th scope="col" className="hidden font-normal whitespace-nowrap @md:table-cell">
                  {t('pending.decidedOn')}
                </th>
                <th scope="col" className="pl-2 font-normal whitespace-nowrap">
                  {t('pending.next')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <PendingRow key={item.documentId} item={item} />
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
