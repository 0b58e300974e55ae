import { Link } from '@tanstack/react-router';
import { useUnreadReviews, useVacantSeats, type WaitingMatter } from '../../shared/api/reports';
import { stepLabel } from '../../shared/i18n/labels';
import { useLanguage } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay } from '../../shared/wareki/format';
import { CsvButton, MatterName, ReportTable } from './report-parts';

interface WaitingTableProps<M extends WaitingMatter> {
  title: string;
  help: string;
  empty: string;
  report: { data: { items: M[] } | undefined; error: Error | null; isPending: boolean; refetch: () => unknown };
  keyOf: (matter: M) => string;
  /** Columns between the document and the day. */
  columns: readonly { readonly label: string; readonly of: (matter: M) => string }[];
}

/** Documents that wait, the longest first, with how long. */
function WaitingTable<M extends WaitingMatter>(props: WaitingTableProps<M>) {
  const { t, locale } = useLanguage();
  const { title, help, empty, report, columns } = props;
  const items = report.data?.items ?? [];
  const day = (at: string) => formatDay(townDay(at), locale);
  const csv = () => [
    [
      t('reports.document'),
      t('numbers.number'),
      t('reports.section'),
      ...columns.map(({ label }) => label),
      t('reports.since'),
      t('reports.openDays'),
    ],
    ...items.map((one) => [
      one.title ?? t('reports.hidden'),
      one.number,
      one.sectionName,
      ...columns.map(({ of }) => of(one)),
      townDay(one.since),
      one.openDays,
    ]),
  ];
  const head = [
    { label: t('reports.document'), half: true },
    ...columns.map(({ label }) => ({ label })),
    { label: t('reports.since') },
    { label: t('reports.openDays'), figures: true },
  ];
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <p>{help}</p>
        {items.length > 0 && <CsvButton title={title} rows={csv} />}
      </div>
      {report.error && <ProblemNote error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Loading lines={8} />}
      {report.data && items.length === 0 && <p className="py-6">{empty}</p>}
      {items.length > 0 && (
        <ReportTable caption={title} columns={head}>
          {items.map((one) => (
            <tr key={props.keyOf(one)} className="border-b border-line align-top">
              <td className="py-2 pr-3">
                <MatterName matter={one} />
              </td>
              {columns.map(({ label, of }) => (
                <td key={label} className="py-2 pr-3 text-13">
                  {of(one)}
                </td>
              ))}
              <td className="py-2 pr-3 text-13 whitespace-nowrap">{day(one.since)}</td>
              <td className="money py-2">{one.openDays}</td>
            </tr>
          ))}
        </ReportTable>
      )}
    </section>
  );
}

/** 要対応: seats that nobody holds. */
export function VacantView() {
  const { t } = useLanguage();
  return (
    <WaitingTable
      title={t('reports.view.vacant')}
      help={t('reports.help.vacant')}
      empty={t('reports.empty.vacant')}
      report={useVacantSeats()}
      keyOf={({ seatId }) => seatId}
      columns={[
        { label: t('reports.post'), of: ({ postTitle }) => postTitle },
        { label: t('reports.stage'), of: ({ kind }) => t(stepLabel(kind)) },
      ]}
    />
  );
}

/** 後閲未了 */
export function ReviewsView() {
  const { t } = useLanguage();
  return (
    <>
      <Link
        to="/reports"
        search={{ list: 'review_opinions' }}
        className="touch-target self-start text-key-900 underline"
      >
        {t('reports.list.review_opinions')}
      </Link>
      <WaitingTable
        title={t('reports.view.reviews')}
        help={t('reports.help.reviews')}
        empty={t('reports.empty.reviews')}
        report={useUnreadReviews()}
        keyOf={({ documentId, postTitle, since }) => `${documentId} ${postTitle} ${since}`}
        columns={[
          { label: t('reports.by'), of: ({ postTitle, by }) => `${postTitle} ${by ?? ''}`.trim() },
          { label: t('reports.cause'), of: ({ cause }) => t(`reports.cause.${cause}`) },
        ]}
      />
    </>
  );
}
