import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMedia, usePullUps, useUrgency } from '../../shared/api/reports';
import { useMe } from '../../shared/api/session';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { fiscalYearOf } from '../../shared/wareki/fiscal-year';
import { formatFiscalYear } from '../../shared/wareki/format';
import { CsvButton, ReportTable, type CsvRows } from './report-parts';
import { monthSpan, type ReportsSearch, type ReportView } from './reports-search';

const yearsBack = 5;

export const useReportYear = (year: number | undefined): number => {
  const { today } = useMe();
  return year ?? fiscalYearOf(today);
};

function YearChoice({ view, year }: { view: ReportView; year: number }) {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const navigate = useNavigate();
  const last = fiscalYearOf(today);
  return (
    <label className="flex items-center gap-2">
      {t('reports.year')}
      <select
        value={year}
        onChange={(event) => void navigate({ to: '/reports', search: { view, year: Number(event.target.value) } })}
        className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
      >
        {Array.from({ length: yearsBack }, (_, back) => last - back).map((one) => (
          <option key={one} value={one}>
            {formatFiscalYear(one, locale)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface MonthlyProps {
  view: Extract<ReportView, 'pull_ups' | 'urgency' | 'media'>;
  year: number;
  report: { data: { items: unknown[] } | undefined; error: Error | null; isPending: boolean; refetch: () => unknown };
  csv: () => CsvRows;
  children: ReactNode;
}

function Monthly({ view, year, report, csv, children }: MonthlyProps) {
  const t = useT();
  const some = (report.data?.items.length ?? 0) > 0;
  return (
    <section aria-label={t(`reports.view.${view}`)} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <YearChoice view={view} year={year} />
        {some && <CsvButton title={t(`reports.view.${view}`)} rows={csv} />}
      </div>
      <p>{t(`reports.help.${view}`)}</p>
      {report.error && <ProblemNote error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Loading lines={6} />}
      {report.data && !some && <p className="py-6">{t(`reports.empty.${view}`)}</p>}
      {some && children}
    </section>
  );
}

function Count({ to, n }: { to: ReportsSearch; n: number }) {
  return (
    <Link to="/reports" search={to} className="text-key-900 underline">
      {formatNumber(n)}
    </Link>
  );
}

const row = 'border-b border-line';
const first = 'py-2 pr-3 text-left font-normal whitespace-nowrap';

/** 引上げ by month and person (S17). */
export function PullUpsView({ year }: { year: number }) {
  const t = useT();
  const report = usePullUps(year);
  const items = report.data?.items ?? [];
  const columns = [
    { label: t('reports.month') },
    { label: t('reports.person'), wide: true },
    { label: t('reports.count'), figures: true },
  ];
  const csv = () => [columns.map(({ label }) => label), ...items.map(({ month, name, count }) => [month, name, count])];
  return (
    <Monthly view="pull_ups" year={year} report={report} csv={csv}>
      <ReportTable caption={t('reports.view.pull_ups')} columns={columns}>
        {items.map(({ month, staffNo, name, count }) => (
          <tr key={`${month} ${staffNo}`} className={row}>
            <th scope="row" className={first}>
              {month}
            </th>
            <td className="py-2 pr-3">{name}</td>
            <td className="money py-2">
              <Count to={{ list: 'pulled_up', person: staffNo, ...monthSpan(month) }} n={count} />
            </td>
          </tr>
        ))}
      </ReportTable>
    </Monthly>
  );
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10}%`;

/** 至急 by month and section (RULE-66). */
export function UrgencyView({ year }: { year: number }) {
  const t = useT();
  const report = useUrgency(year);
  const items = report.data?.items ?? [];
  const columns = [
    { label: t('reports.month') },
    { label: t('reports.section'), wide: true },
    { label: t('reports.urgent'), figures: true },
    { label: t('reports.weekSubmitted'), figures: true },
    { label: t('reports.share'), figures: true },
  ];
  const csv = () => [
    columns.map(({ label }) => label),
    ...items.map((one) => [one.month, one.sectionName, one.urgent, one.submitted, percent(one.urgent, one.submitted)]),
  ];
  return (
    <Monthly view="urgency" year={year} report={report} csv={csv}>
      <ReportTable caption={t('reports.view.urgency')} columns={columns}>
        {items.map(({ month, sectionCode, sectionName, urgent, submitted }) => {
          const of = { section: sectionCode, ...monthSpan(month) };
          return (
            <tr key={`${month} ${sectionCode}`} className={row}>
              <th scope="row" className={first}>
                {month}
              </th>
              <td className="py-2 pr-3">{sectionName}</td>
              <td className="money py-2 pr-3">
                <Count to={{ list: 'urgent', ...of }} n={urgent} />
              </td>
              <td className="money py-2 pr-3">
                <Count to={{ list: 'submitted', ...of }} n={submitted} />
              </td>
              <td className="money py-2">{percent(urgent, submitted)}</td>
            </tr>
          );
        })}
      </ReportTable>
    </Monthly>
  );
}

/** 媒体 by month and reason (RULE-11). */
export function MediaView({ year }: { year: number }) {
  const t = useT();
  const report = useMedia(year);
  const items = report.data?.items ?? [];
  const columns = [
    { label: t('reports.month') },
    { label: t('reports.medium') },
    { label: t('reports.paperReason'), wide: true },
    { label: t('reports.count'), figures: true },
  ];
  const csv = () => [
    columns.map(({ label }) => label),
    ...items.map((one) => [one.month, t(`medium.${one.medium}`), one.reason ?? '', one.count]),
  ];
  return (
    <Monthly view="media" year={year} report={report} csv={csv}>
      <ReportTable caption={t('reports.view.media')} columns={columns}>
        {items.map(({ month, medium, reason, count }) => (
          <tr key={`${month} ${medium} ${reason}`} className={row}>
            <th scope="row" className={first}>
              {month}
            </th>
            <td className="py-2 pr-3 whitespace-nowrap">{t(`medium.${medium}`)}</td>
            <td className="py-2 pr-3">{reason}</td>
            <td className="money py-2">
              <Count
                to={{ list: 'submitted', medium, ...(reason === null ? {} : { reason }), ...monthSpan(month) }}
                n={count}
              />
            </td>
          </tr>
        ))}
      </ReportTable>
    </Monthly>
  );
}
