import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type RecordsOverview, useOverview } from '../../shared/api/keeping';
import { useLanguage } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatFiscalYear } from '../../shared/wareki/format';
import { RuleChanges } from './rule-changes';
import { RunningBatches, RunningExtensions } from './under-way';

const RuleSheet = later(() => import('./rule-sheet'));
const RetentionClassSheet = later(() => import('./retention-class-sheet'));

interface FigureProps {
  readonly label: string;
  readonly help: string;
  readonly count: number;
  /** A link of this name to the list that is counted. */
  readonly link: (name: string, count: string) => ReactNode;
}

const figureClass = 'touch-target inline-flex items-baseline text-22 font-bold text-key-900 underline';

function Figure({ label, help, count, link }: FigureProps) {
  const shown = formatNumber(count);
  return (
    <div className="flex flex-col gap-1 rounded-8 border border-line p-3">
      <dt className="font-bold">{label}</dt>
      <dd>{link(`${label} ${shown}`, shown)}</dd>
      <dd className="text-13 text-quiet">{help}</dd>
    </div>
  );
}

const listed = ['unknown_expiry', 'open_event', 'held', 'review_due', 'mixed_years', 'mixed_retention'] as const;

function countOf(overview: RecordsOverview, kind: (typeof listed)[number]): number {
  const own = {
    unknown_expiry: overview.unknownExpiry,
    open_event: overview.openEvents,
    held: overview.held,
    review_due: overview.reviewsDue,
  };
  return kind in own
    ? own[kind as keyof typeof own]
    : (overview.findings.find((finding) => finding.kind === kind)?.count ?? 0);
}

function Figures({ overview }: { overview: RecordsOverview }) {
  const { t, locale } = useLanguage();
  const { fiscalYear } = overview;
  const year = formatFiscalYear(fiscalYear, locale);
  const due = (search: { fiscalYear: number } | { expired: true }) => (name: string, count: string) => (
    <Link to="/due-files" search={search} className={figureClass} aria-label={name}>
      {count}
    </Link>
  );
  return (
    <dl aria-label={t('desk.figures')} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
      <Figure
        label={t('desk.due')}
        help={t('desk.dueHelp', { year })}
        count={overview.due}
        link={due({ fiscalYear })}
      />
      <Figure
        label={t('desk.expired')}
        help={t('desk.expiredHelp')}
        count={overview.expired}
        link={due({ expired: true })}
      />
      {listed.map((kind) => (
        <Figure
          key={kind}
          label={t(`desk.${kind}`)}
          help={t(`desk.${kind}Help`)}
          count={countOf(overview, kind)}
          link={(name, count) => (
            <Link to="/records/attention" search={{ kind }} className={figureClass} aria-label={name}>
              {count}
            </Link>
          )}
        />
      ))}
      <Figure
        label={t('desk.asked')}
        help={t('desk.askedHelp')}
        count={overview.askedHolds}
        link={(name, count) => (
          <Link to="/holds" search={{ state: 'asked' }} className={figureClass} aria-label={name}>
            {count}
          </Link>
        )}
      />
    </dl>
  );
}

function DueSections({ overview }: { overview: RecordsOverview }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="sections" className="flex flex-col gap-2">
      <h2 id="sections" className="text-18">
        {t('desk.sections')}
      </h2>
      {overview.dueBySection.length === 0 && <p>{t('desk.noDue')}</p>}
      <ul className="columns-1 gap-6 sm:columns-2 lg:columns-3">
        {overview.dueBySection.map(({ unitCode, unitName, count }) => (
          <li key={unitCode} className="flex justify-between gap-3 border-b border-line py-1">
            <Link
              to="/due-files"
              search={{ fiscalYear: overview.fiscalYear, unit: unitCode }}
              className="touch-target text-key-900 underline"
            >
              {unitName}
            </Link>
            <span className="tabular-nums">{t('desk.files', { n: count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Rules of keeping are changed from here by whoever may (FIL-8). */
function Rules() {
  const { t } = useLanguage();
  const [open, setOpen] = useState<'rule' | 'class' | null>(null);
  const close = () => setOpen(null);
  return (
    <section aria-labelledby="rules" className="flex flex-col items-start gap-2">
      <h2 id="rules" className="text-18">
        {t('rule.heading')}
      </h2>
      <p>{t('rule.help')}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setOpen('rule')}>{t('rule.title')}</Button>
        <Button onClick={() => setOpen('class')}>{t('class.title')}</Button>
      </div>
      <RuleChanges />
      {open === 'rule' && <RuleSheet onClose={close} />}
      {open === 'class' && <RetentionClassSheet onClose={close} />}
    </section>
  );
}

/** ファイル基準表: read by everybody, drafted by the records office. */
function Plan() {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="plan" className="flex flex-col items-start gap-2">
      <h2 id="plan" className="text-18">
        {t('plan.desk')}
      </h2>
      <p>{t('plan.deskHelp')}</p>
      <Link to="/filing-plan" className="touch-target text-key-900 underline">
        {t('plan.deskLink')}
      </Link>
    </section>
  );
}

/** 記録管理のホーム: what is due, unknown, held, to be reviewed, and what waits for whom; every figure leads to its list. */
export function DeskPage() {
  const { t } = useLanguage();
  const overview = useOverview();
  return (
    <Page title={t('nav.desk')}>
      {overview.error && <ProblemNote error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.isPending && <Loading lines={8} />}
      {overview.data && <Figures overview={overview.data} />}
      <div className="grid gap-6 lg:grid-cols-2">
        <RunningBatches />
        <RunningExtensions />
      </div>
      {overview.data && <DueSections overview={overview.data} />}
      <Plan />
      {overview.data?.mayChangeRules && <Rules />}
    </Page>
  );
}
