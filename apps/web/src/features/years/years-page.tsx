import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../../shared/api/session';
import { type YearPlan, useConfirmYear, useWithdrawYear, useYearPlan } from '../../shared/api/years';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, formatFiscalYear } from '../../shared/wareki/format';
import { PlanProblems, PlanSections, PlanTurns } from './plan-facts';
import { SectionLines } from './section-lines';

function Lead({ plan }: { plan: YearPlan }) {
  const { t, locale } = useLanguage();
  const day = formatDay(plan.firstDay, locale);
  const { lines, done } = plan.progress;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Chip tone={plan.state === 'done' ? 'good' : 'level'}>{t(`years.state.${plan.state}`)}</Chip>
      {plan.state === 'draft' && t('years.lead.draft', { day })}
      {plan.state === 'confirmed' && t('years.lead.confirmed', { day, name: plan.confirmedByName ?? '' })}
      {plan.state === 'running' && t('years.lead.running', { done, lines })}
      {plan.state === 'done' && t('years.lead.done', { lines })}
    </p>
  );
}

function Decide({ plan }: { plan: YearPlan }) {
  const t = useT();
  const announce = useAnnounce();
  const confirm = useConfirmYear(plan.fiscalYear);
  const withdraw = useWithdrawYear(plan.fiscalYear);
  const error = confirm.error ?? withdraw.error;
  return (
    <div className="flex flex-col items-start gap-2">
      {plan.allowed.includes('confirm') && (
        <>
          <p className="text-13 text-quiet">{t('years.confirmHelp')}</p>
          <Button
            look="primary"
            disabled={confirm.isPending}
            onClick={() => confirm.mutate({ digest: plan.digest }, { onSuccess: () => announce(t('years.confirmed')) })}
          >
            {t('years.confirm')}
          </Button>
        </>
      )}
      {plan.allowed.includes('withdraw') && (
        <Button
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate('withdraw', { onSuccess: () => announce(t('years.withdrawn')) })}
        >
          {t('years.withdraw')}
        </Button>
      )}
      {error && <ProblemNote error={error} />}
    </div>
  );
}

/** 年度切替: what the turn of the year makes, closes and carries; its confirmation and its progress. */
export function YearsPage() {
  const { t, locale } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/years' });
  const [y, m] = me.today.split('-').map(Number);
  const thisYear = (y ?? 0) - ((m ?? 1) < 4 ? 1 : 0);
  const year = search.year ?? thisYear + 1;
  const plan = useYearPlan(year);
  const unit = plan.data?.sections.find(({ code }) => code === search.unit);
  return (
    <Page
      title={t('nav.years')}
      aside={
        <label className="flex items-center gap-2">
          {t('years.year')}
          <select
            value={year}
            onChange={(event) => void navigate({ to: '/years', search: { year: Number(event.target.value) } })}
            className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
          >
            {[...new Set([thisYear + 1, thisYear, year])].map((one) => (
              <option key={one} value={one}>
                {formatFiscalYear(one, locale)}
              </option>
            ))}
          </select>
        </label>
      }
    >
      {plan.error && <ProblemNote error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isPending && <Loading lines={8} />}
      {plan.data && (
        <>
          <Lead plan={plan.data} />
          <PlanProblems plan={plan.data} />
          <Decide plan={plan.data} />
          {plan.data.sections.length === 0 ? (
            <p className="py-6">{t('years.empty')}</p>
          ) : (
            <PlanSections plan={plan.data} unit={search.unit} />
          )}
          {unit && <SectionLines key={unit.code} year={year} unit={unit} />}
          <PlanTurns plan={plan.data} />
        </>
      )}
    </Page>
  );
}
