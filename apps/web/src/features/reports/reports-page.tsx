import { Link, useSearch } from '@tanstack/react-router';
import { useT } from '../../shared/i18n/translate';
import { cx } from '../../shared/ui/class-names';
import { Page } from '../../shared/ui/page';
import { MattersView } from './matters-view';
import { MediaView, PullUpsView, UrgencyView, useReportYear } from './monthly-views';
import { reportsSearch, reportViews, type ReportsSearch, type ReportView } from './reports-search';
import { SituationView } from './situation-view';
import { ReviewsView, VacantView } from './waiting-views';

function Views({ current }: { current: ReportView | null }) {
  const t = useT();
  return (
    <nav aria-label={t('reports.views')} className="no-print">
      <ul className="flex flex-wrap gap-1">
        {reportViews.map((view) => (
          <li key={view}>
            <Link
              to="/reports"
              search={view === 'situation' ? {} : { view }}
              aria-current={view === current ? 'page' : undefined}
              className={cx(
                'touch-target inline-flex items-center rounded-8 px-3 py-1.5 text-ink',
                view === current ? 'bg-key-100 font-bold text-key-900' : 'hover:bg-solid-gray-50',
              )}
            >
              {t(`reports.view.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Report({ search, year }: { search: ReportsSearch; year: number }) {
  const { list, view, year: _, ...of } = search;
  if (list) return <MattersView of={{ ...of, list }} />;
  switch (view) {
    case 'vacant':
      return <VacantView />;
    case 'reviews':
      return <ReviewsView />;
    case 'pull_ups':
      return <PullUpsView year={year} />;
    case 'urgency':
      return <UrgencyView year={year} />;
    case 'media':
      return <MediaView year={year} />;
    default:
      return <SituationView />;
  }
}

/** 状況 and 報告 on approvals, for those who keep the records; every figure leads to what it counts. */
export function ReportsPage() {
  const t = useT();
  const search = reportsSearch({ ...useSearch({ from: '/shell/reports' }) });
  const year = useReportYear(search.year);
  return (
    <Page title={t('nav.reports')}>
      <Views current={search.list ? null : (search.view ?? 'situation')} />
      <Report search={search} year={year} />
    </Page>
  );
}
