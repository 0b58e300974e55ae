import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSituation, type Situation } from '../../shared/api/reports';
import { useMe } from '../../shared/api/session';
import { useLanguage } from '../../shared/i18n/translate';
import { cx } from '../../shared/ui/class-names';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay, townTime } from '../../shared/wareki/format';
import { dayFrom, type ReportsSearch } from './reports-search';
import { SectionLoads, StageDays, StuckDocuments, WeekFlow } from './situation-tables';

const card = 'min-w-0 rounded-8 border border-line bg-white p-4';

interface FigureProps {
  title: string;
  value: string;
  compared: string;
  to: ReportsSearch;
  grave?: boolean;
}

/** One figure with its comparison; it leads to exactly what it counts. */
function Figure({ title, value, compared, to, grave = false }: FigureProps) {
  return (
    <li>
      <Link
        to="/reports"
        search={to}
        className={cx(card, 'flex h-full flex-col gap-1 text-ink hover:border-key-900 hover:bg-key-50')}
      >
        <span>{title}</span>
        <b
          className={cx(
            'text-[1.75rem] leading-120 underline decoration-1 underline-offset-4',
            grave && 'text-vermilion',
          )}
        >
          {value}
        </b>
        <span className="text-13 text-quiet">{compared}</span>
      </Link>
    </li>
  );
}

function Figures({ now }: { now: Situation }) {
  const { t } = useLanguage();
  const { today } = useMe();
  const until = dayFrom(today, 1);
  const week = { from: dayFrom(today, -6), until };
  const { submitted, decided, overdue, days } = now;
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Figure
        title={t('reports.submitted')}
        value={t('reports.countOf', { n: submitted.now })}
        compared={t('reports.weekBefore', { n: submitted.before })}
        to={{ list: 'submitted', ...week }}
      />
      <Figure
        title={t('reports.decided')}
        value={t('reports.countOf', { n: decided.now })}
        compared={t('reports.weekBefore', { n: decided.before })}
        to={{ list: 'decided', ...week }}
      />
      <Figure
        title={t('reports.overdue')}
        value={t('reports.countOf', { n: overdue.now })}
        compared={t('reports.overdueBefore', { n: overdue.before })}
        grave={overdue.now > 0}
        to={{ list: 'overdue' }}
      />
      <Figure
        title={t('reports.days')}
        value={days.now === null ? t('reports.noDecision') : t('reports.daysOf', { n: days.now })}
        compared={days.before === null ? t('reports.noneBefore') : t('reports.daysBefore', { n: days.before })}
        to={{ list: 'decided', from: dayFrom(today, -27), until }}
      />
    </ul>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={card}>
      <h2 className="mb-3 text-15">{title}</h2>
      {children}
    </section>
  );
}

/** 状況: four figures, and where the work lies. No person is ranked. */
export function SituationView() {
  const { t, locale } = useLanguage();
  const situation = useSituation();
  if (situation.error) return <ProblemNote error={situation.error} onRetry={() => void situation.refetch()} />;
  if (!situation.data) return <Loading lines={10} />;
  const { asOf, sections, weeks, stages, stuck } = situation.data;
  return (
    <div className="flex flex-col gap-4">
      <p>{t('reports.purpose')}</p>
      <p className="text-13 text-quiet">
        {t('reports.asOf', { day: formatDay(townDay(asOf), locale), time: townTime(asOf) })}
      </p>
      <Figures now={situation.data} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <Card title={t('reports.sections')}>
          <SectionLoads sections={sections} />
        </Card>
        <Card title={t('reports.weeks')}>
          <WeekFlow weeks={weeks} />
        </Card>
        <Card title={t('reports.stages')}>
          <StageDays stages={stages} />
        </Card>
        <Card title={t('reports.stuck')}>
          <StuckDocuments stuck={stuck} />
        </Card>
      </div>
    </div>
  );
}
