import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FilingPlan, useDraftPlan, useFilingPlan, usePlanVersions } from '../../shared/api/filing-plan';
import { ShownDay } from '../../shared/form/shown-day';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Tabs } from '../../shared/ui/tabs';
import { formatDay, townDay } from '../../shared/wareki/format';
import { PlanActs } from './plan-acts';
import { PlanFaults } from './plan-faults';
import { PlanListPanel } from './plan-list';
import { type PlanSearch, planSearch, planTabs } from './plan-search';
import { PlanTable } from './plan-table';
import { PlanTrialPanel } from './plan-trial';
import { PlanVersions } from './plan-versions';

function Papers({ plan, day }: { plan: FilingPlan; day: string | undefined }) {
  const t = useT();
  const query = plan.id === null && day ? `?day=${day}` : '';
  const address = `/api/v1/filing-plans/${plan.id ?? 'in-force'}/plan`;
  return (
    <>
      <a className={buttonClass('link')} href={`${address}.csv${query}`} download>
        {t('plan.csv')}
      </a>
      <a className={buttonClass('link')} href={`${address}.pdf${query}`} target="_blank" rel="noreferrer">
        {t('plan.pdf')}
      </a>
    </>
  );
}

const isPast = (day: string, today: string) => day < today;

interface VersionProps {
  plan: FilingPlan;
  search: PlanSearch;
  mayDraft: boolean;
  show: (search: PlanSearch) => void;
}

function Version({ plan, search, mayDraft, show }: VersionProps) {
  const t = useT();
  const announce = useAnnounce();
  const draft = useDraftPlan();
  const begin = () =>
    draft.mutate(
      { note: null },
      {
        onSuccess: ({ id }) => {
          announce(t('plan.drafted'));
          show(id === null ? {} : { id });
        },
      },
    );
  const needs = { plan: null, list: 'edit', try: 'try' } as const;
  const shown = planTabs.filter((tab) => needs[tab] === null || plan.allowed.includes(needs[tab]));
  const panels = {
    plan: () => (
      <div className="flex flex-col gap-4">
        <PlanFaults faults={plan.faults} />
        <PlanTable key={plan.id ?? search.day ?? 'in-force'} plan={plan} />
      </div>
    ),
    list: () => <PlanListPanel key={plan.id} plan={plan} onBrought={() => show({ ...search, tab: 'plan' })} />,
    try: () => <PlanTrialPanel key={`${plan.id} ${plan.revision}`} plan={plan} />,
  };
  const tab = search.tab && shown.includes(search.tab) ? search.tab : 'plan';
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-18">{plan.words}</h2>
        <div className="flex flex-wrap items-center gap-2">
          <Papers plan={plan} day={search.day} />
          <PlanActs plan={plan} onGone={() => show({})} />
          {mayDraft && plan.id === null && (
            <Button look="primary" disabled={draft.isPending} onClick={begin}>
              {t('plan.draft')}
            </Button>
          )}
        </div>
      </div>
      {plan.reason && <p className="text-14">{t('plan.note', { text: plan.reason })}</p>}
      {plan.id === null && (
        <ShownDay
          key={search.day}
          id="plan-day"
          label={t('plan.onDay')}
          day={search.day}
          accepts={isPast}
          onDay={(day) => show(day ? { day } : {})}
        />
      )}
      {draft.error && <ProblemNote error={draft.error} />}
      <div className="flex flex-col border border-line bg-white">
        <Tabs
          label={t('plan.tabs')}
          items={shown.map((key) => ({ key, label: t(`plan.tab.${key}`), panel: panels[key] }))}
          current={tab}
          onChange={(next) => show({ ...search, tab: next })}
          panelClass="p-4"
        />
      </div>
    </>
  );
}

/** ファイル基準表: in force for everybody; drafted, tried and published by the records office. */
export function FilingPlanPage() {
  const { t, locale } = useLanguage();
  const navigate = useNavigate();
  const search = planSearch(useSearch({ from: '/shell/filing-plan' }));
  const versions = usePlanVersions();
  const plan = useFilingPlan(search.id, search.day);
  const show = (next: PlanSearch) => void navigate({ to: '/filing-plan', search: next });
  const current = versions.data?.items.find(({ id }) => id === search.id);
  return (
    <Page title={t('plan.title')}>
      {plan.error && <ProblemNote error={plan.error} onRetry={() => void plan.refetch()} />}
      {versions.data && versions.data.items.length > 0 && (
        <PlanVersions versions={versions.data.items} current={search.id} />
      )}
      {current?.publishedByName && current.publishedAt && (
        <p className="text-14">
          {t('plan.published.by', {
            name: current.publishedByName,
            day: formatDay(townDay(current.publishedAt), locale),
          })}
          {current.withdrawnByName &&
            current.withdrawnAt &&
            ` ${t('plan.withdrawn.by', { name: current.withdrawnByName, day: formatDay(townDay(current.withdrawnAt), locale) })}`}
        </p>
      )}
      {plan.isPending && <Loading lines={8} />}
      {plan.data && (
        <Version
          plan={plan.data}
          search={search}
          mayDraft={versions.data?.allowed.includes('draft') ?? false}
          show={show}
        />
      )}
    </Page>
  );
}
