import { Link } from '@tanstack/react-router';
import type { Situation } from '../../shared/api/reports';
import { useMe } from '../../shared/api/session';
import { stepLabel } from '../../shared/i18n/labels';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { bothCalendars, shortDay } from '../../shared/wareki/format';
import { MatterName, ReportTable } from './report-parts';
import { dayFrom } from './reports-search';

/** A bar beside a figure that says the same; `part` of it stands out. */
function Bar({
  value,
  part = 0,
  of,
  tone = 'bg-blue-300',
}: {
  value: number;
  part?: number;
  of: number;
  tone?: string;
}) {
  const width = (n: number) => `${of === 0 ? 0 : (100 * n) / of}%`;
  return (
    <span aria-hidden="true" className="flex h-4 w-full min-w-16">
      <span className="bg-vermilion" style={{ width: width(part) }} />
      <span className={tone} style={{ width: width(value - part) }} />
    </span>
  );
}

const link = 'whitespace-nowrap text-key-900 underline';

export function SectionLoads({ sections }: { sections: Situation['sections'] }) {
  const t = useT();
  if (sections.length === 0) return <p>{t('reports.calm')}</p>;
  const most = Math.max(...sections.map(({ pending }) => pending));
  const columns = [
    { label: t('reports.section') },
    { label: t('reports.pending'), wide: true },
    { label: t('reports.overdue'), figures: true },
  ];
  return (
    <ReportTable caption={t('reports.sections')} columns={columns}>
      {sections.map(({ sectionCode, sectionName, pending, overdue }) => (
        <tr key={sectionCode}>
          <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap max-sm:whitespace-normal">
            {sectionName}
          </th>
          <td className="py-1 pr-3">
            <span className="flex items-center gap-2">
              <Bar value={pending} part={overdue} of={most} />
              <Link to="/reports" search={{ list: 'pending', section: sectionCode }} className={link}>
                {t('reports.countOf', { n: pending })}
              </Link>
            </span>
          </td>
          <td className="money py-1">
            {overdue > 0 && (
              <Link
                to="/reports"
                search={{ list: 'overdue', section: sectionCode }}
                className="whitespace-nowrap font-bold text-vermilion underline"
              >
                {t('reports.overdueOf', { n: overdue })}
              </Link>
            )}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}

export function WeekFlow({ weeks }: { weeks: Situation['weeks'] }) {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const most = Math.max(...weeks.map(({ decided, submitted }) => Math.max(decided, submitted)));
  const columns = [
    { label: t('reports.week') },
    { label: t('reports.weekSubmitted'), figures: true },
    { label: t('reports.weekDecided'), wide: true },
  ];
  return (
    <ReportTable caption={t('reports.weeks')} columns={columns}>
      {weeks.map(({ from, submitted, decided }) => {
        const span = { from, until: dayFrom(from, 7) };
        return (
          <tr key={from}>
            <th scope="row" className="py-0.5 pr-3 text-left font-normal whitespace-nowrap">
              <time dateTime={from} title={bothCalendars(from, locale)}>
                {shortDay(from, today, locale)}
              </time>
            </th>
            <td className="money py-0.5 pr-3">
              <Link to="/reports" search={{ list: 'submitted', ...span }} className={link}>
                {formatNumber(submitted)}
              </Link>
            </td>
            <td className="py-0.5">
              <span className="flex items-center gap-2">
                <Bar value={decided} of={most} />
                <Link to="/reports" search={{ list: 'decided', ...span }} className={link}>
                  {formatNumber(decided)}
                </Link>
              </span>
            </td>
          </tr>
        );
      })}
    </ReportTable>
  );
}

export function StageDays({ stages }: { stages: Situation['stages'] }) {
  const t = useT();
  if (stages.length === 0) return <p>{t('reports.noStages')}</p>;
  const most = Math.max(...stages.map(({ medianDays }) => medianDays));
  const columns = [
    { label: t('reports.stage') },
    { label: t('reports.medianDays'), wide: true },
    { label: t('reports.acts'), figures: true },
  ];
  return (
    <ReportTable caption={t('reports.stages')} columns={columns}>
      {stages.map(({ kind, medianDays, acts }, at) => (
        <tr key={kind}>
          <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap">
            {t(stepLabel(kind))}
          </th>
          <td className="py-1 pr-3">
            <span className="flex items-center gap-2">
              <Bar
                value={medianDays}
                of={most}
                tone={at === 0 && stages.length > 1 && medianDays > 0 ? 'bg-orange-600' : 'bg-blue-300'}
              />
              <span className="whitespace-nowrap">{t('reports.daysOf', { n: medianDays })}</span>
            </span>
          </td>
          <td className="money py-1">{formatNumber(acts)}</td>
        </tr>
      ))}
    </ReportTable>
  );
}

export function StuckDocuments({ stuck }: { stuck: Situation['stuck'] }) {
  const t = useT();
  if (stuck.length === 0) return <p>{t('reports.calm')}</p>;
  return (
    <>
      <p className="mb-2 text-13 text-quiet">{t('reports.stuckHelp')}</p>
      <ul className="divide-y divide-line">
        {stuck.map((one) => (
          <li key={`${one.documentId} ${one.postTitle}`} className="flex justify-between gap-3 py-2">
            <div className="min-w-0">
              <MatterName matter={one} />
            </div>
            <p className="shrink-0 text-right text-13">
              {one.postTitle}
              <b className="block">{t('reports.daysOf', { n: one.openDays })}</b>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
