import { Link, useSearch } from '@tanstack/react-router';
import { circulationViews } from '../../shared/api/circulation-counts';
import { useCirculationList, type CirculationListItem } from '../../shared/api/circulations';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DayOf } from '../../shared/wareki/day';
import { formatDay } from '../../shared/wareki/format';

function CirculationRow({ item }: { item: CirculationListItem }) {
  const { t, locale } = useLanguage();
  const params = { id: item.subjectId };
  const look = cx('text-key-900 underline', item.myReadAt === null && item.mine !== 'none' && 'font-bold');
  return (
    <li className="flex flex-col gap-1 border-b border-line py-2">
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={item.mine === 'required' && item.myReadAt === null ? 'warn' : 'plain'}>
          {t(`circ.mode.${item.mode}`)}
        </Chip>
        {item.subjectKind === 'receipt' ? (
          <Link to="/receipts/$id" params={params} className={look}>
            {item.title}
          </Link>
        ) : (
          <Link to="/documents/$id" params={params} search={{ tab: 'circulations' }} className={look}>
            {item.title}
          </Link>
        )}
      </p>
      <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
        <span>{t('circ.from', { section: item.startedByPost, name: item.startedByName })}</span>
        <DayOf at={item.startedAt} />
        {item.readByOn && <span>{t('circ.readBy', { day: formatDay(item.readByOn, locale) })}</span>}
        <span>
          {item.mode === 'reading'
            ? t('circ.count', { read: item.requiredRead, required: item.required })
            : t('circ.readCount', { n: item.read })}
        </span>
        <span>{t(`circ.state.${item.state}`)}</span>
        {item.mine === 'optional' && <span>{t('circ.mayRead')}</span>}
      </p>
      {item.note && <p className="text-13">{item.note}</p>}
    </li>
  );
}

/** 供覧: what I am to read, what I have read, what I have begun. */
export function CirculationsPage() {
  const { t } = useLanguage();
  const { view } = useSearch({ from: '/shell/circulations' });
  const list = useCirculationList(view);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('nav.circulations')}>
      <nav aria-label={t('circ.views')} className="flex flex-wrap gap-1">
        {circulationViews.map((one) => (
          <Link
            key={one}
            to="/circulations"
            search={{ view: one }}
            aria-current={one === view ? 'page' : undefined}
            className={cx(
              'touch-target rounded-8 px-3 py-1.5',
              one === view ? 'bg-key-100 font-bold text-key-900' : 'hover:bg-solid-gray-50',
            )}
          >
            {t(`circ.view.${one}`)}
          </Link>
        ))}
      </nav>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && items.length === 0 && <p className="py-6">{t(`circ.empty.${view}`)}</p>}
      {items.length > 0 && (
        <ul className="border-t border-line">
          {items.map((item) => (
            <CirculationRow key={item.id} item={item} />
          ))}
        </ul>
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
