import { Link } from '@tanstack/react-router';
import { useReportedMatters, type MattersOf, type ReportedMatter } from '../../shared/api/reports';
import { useMe } from '../../shared/api/session';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DayOf } from '../../shared/wareki/day';
import { formatDay, townDay } from '../../shared/wareki/format';
import { CsvButton, MatterName, ReportTable } from './report-parts';
import { dayFrom } from './reports-search';

function MatterRow({ matter }: { matter: ReportedMatter }) {
  const { locale } = useLanguage();
  const { today } = useMe();
  const late = matter.dueOn !== null && matter.dueOn < today && matter.waitsFor !== null;
  return (
    <tr className="border-b border-line align-top">
      <td className="py-2 pr-3">
        <MatterName matter={matter} />
      </td>
      <td className="py-2 pr-3 text-13">{matter.waitsFor}</td>
      <td className={`py-2 pr-3 text-13 whitespace-nowrap ${late ? 'font-bold text-vermilion' : ''}`}>
        {matter.dueOn && formatDay(matter.dueOn, locale)}
      </td>
      <td className="py-2 text-13 whitespace-nowrap">
        <DayOf at={matter.at} />
      </td>
    </tr>
  );
}

/** Exactly the matters that a figure counts. */
export function MattersView({ of }: { of: MattersOf }) {
  const { t, locale } = useLanguage();
  const list = useReportedMatters(of);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const title = t(`reports.list.${of.list}`);
  const columns = [
    { label: t('reports.document'), half: true },
    { label: t('reports.waitsFor') },
    { label: t('reports.due') },
    { label: t(`reports.at.${of.list}`) },
  ];
  const csv = async () => {
    let result = list;
    while (result.hasNextPage) result = { ...list, ...(await result.fetchNextPage()) };
    const all = result.data?.pages.flatMap((page) => page.items) ?? [];
    return [
      [t('reports.document'), t('numbers.number'), t('reports.section'), ...columns.slice(1).map(({ label }) => label)],
      ...all.map((one) => [
        one.title ?? t('reports.hidden'),
        one.number,
        one.sectionName,
        one.waitsFor,
        one.dueOn,
        townDay(one.at),
      ]),
    ];
  };
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-18">{title}</h2>
        {items.length > 0 && <CsvButton title={title} rows={csv} />}
      </div>
      <p className="flex flex-wrap gap-x-4">
        {of.from && of.until && (
          <span>
            {t('reports.span', { from: formatDay(of.from, locale), until: formatDay(dayFrom(of.until, -1), locale) })}
          </span>
        )}
        <Link to="/reports" search={{}} className="text-key-900 underline">
          {t('reports.backTo')}
        </Link>
      </p>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && items.length === 0 && <p className="py-6">{t('reports.empty.matters')}</p>}
      {items.length > 0 && (
        <ReportTable caption={title} columns={columns}>
          {items.map((matter) => (
            <MatterRow key={`${matter.documentId} ${matter.at}`} matter={matter} />
          ))}
        </ReportTable>
      )}
      {list.hasNextPage && (
        <p className="text-center">
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </p>
      )}
    </section>
  );
}
