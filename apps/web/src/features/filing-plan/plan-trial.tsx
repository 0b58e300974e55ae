import { useState } from 'react';
import { type FilingPlan, type PlanTrial, type TriedClass, usePlanTrial } from '../../shared/api/filing-plan';
import { useMe } from '../../shared/api/session';
import { DateInput } from '../../shared/form/text-inputs';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatFiscalYear } from '../../shared/wareki/format';
import { parseDate } from '../../shared/wareki/parse';
import { nextYearsDay } from './plan-acts';
import { PlanFaults } from './plan-faults';

const columns = [
  'name',
  'parentCode',
  'functionCode',
  'retentionClass',
  'disclosureClass',
  'disposition',
  'sectionCode',
  'adjustmentPeriod',
  'personalData',
  'lastYear',
  'statutoryYears',
  'statutoryLaw',
] as const;
const kinds = ['added', 'changed', 'ended', 'inherited'] as const;
const cell = 'py-1.5 pr-3 align-top';

function Changes({ one }: { one: TriedClass }) {
  const t = useT();
  const empty = t('plan.empty');
  return (
    <ul>
      {one.columns.map(({ column, before, after }) => {
        const known = columns.find((name) => name === column);
        const words = {
          column: known ? t(`plan.column.${known}`) : column,
          before: before || empty,
          after: after || empty,
        };
        return <li key={column}>{t('plan.arrow', words)}</li>;
      })}
    </ul>
  );
}

function TriedLine({ one }: { one: TriedClass }) {
  const t = useT();
  const kind = kinds.find((known) => known === one.change) ?? 'changed';
  const { files, openFiles: open, documents, series, underWay } = one;
  return (
    <tr className="border-b border-line text-14">
      <th scope="row" className={`${cell} text-left font-normal`}>
        <span className="tabular-nums">{one.code}</span> <b>{one.name}</b>
        <p>
          <Chip>{t(`plan.change.${kind}`)}</Chip>
        </p>
      </th>
      <td className={cell}>
        <Changes one={one} />
      </td>
      <td className={cell}>
        {one.retentionBefore === null
          ? one.retentionAfter
          : t('plan.periodArrow', { before: one.retentionBefore, after: one.retentionAfter ?? '' })}
        {one.shorter && (
          <p>
            <Chip tone="urgent">{t('plan.shorter')}</Chip>
          </p>
        )}
      </td>
      <td className={cell}>
        <p>{t('plan.uses', { files, open, documents, series, underWay })}</p>
        {one.prepared > 0 && <p>{t('plan.prepared', { n: one.prepared })}</p>}
        {one.matterTypes.length > 0 && <p>{t('plan.presets', { names: one.matterTypes.join('、') })}</p>}
      </td>
    </tr>
  );
}

const heads = ['touched', 'what', 'newFiles', 'hangs'] as const;

/** What is touched, and how much hangs on it. */
export function Outcome({ trial }: { trial: PlanTrial }) {
  const { t, locale } = useLanguage();
  const { added, changed, ended, shorter, files, documents, confirmedYear, classes } = trial;
  if (classes.length === 0) return <p role="status">{t('plan.nothing')}</p>;
  return (
    <div className="flex flex-col gap-4">
      <div role="status" className="flex flex-col gap-1">
        <p className="text-18 font-bold">{t('plan.result', { added, changed, ended, shorter })}</p>
        <p className="text-14">{t('plan.resultFiles', { files, documents })}</p>
        {confirmedYear !== null && (
          <p className="font-bold text-vermilion">
            {t('plan.confirmedYear', { year: formatFiscalYear(confirmedYear, locale) })}
          </p>
        )}
      </div>
      <PlanFaults faults={trial.faults} />
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('plan.touched')}>
        <table className="w-full min-w-200 border-collapse">
          <caption className="sr-only">{t('plan.touched')}</caption>
          <thead className="border-b border-solid-gray-536 text-left text-13">
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="pr-3 font-normal whitespace-nowrap">
                  {t(`plan.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map((one) => (
              <TriedLine key={one.code} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** «試す»: what this version would touch on its day. */
export function PlanTrialPanel({ plan }: { plan: FilingPlan }) {
  const t = useT();
  const me = useMe();
  const trial = usePlanTrial(plan.id ?? 0);
  const [typed, setTyped] = useState(plan.validFrom ?? nextYearsDay(me.today));
  const reading = parseDate(typed, me.today);
  const run = () => reading.ok && trial.mutate(reading.iso);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14">{t('plan.tryHelp')}</p>
      <div className="flex flex-wrap items-end gap-3">
        {plan.validFrom === null && (
          <DateInput id="try-day" label={t('plan.tryDay')} value={typed} today={me.today} onChange={setTyped} />
        )}
        <Button look="primary" disabled={trial.isPending || !reading.ok} onClick={run}>
          {t('plan.tryRun')}
        </Button>
      </div>
      {trial.error && <ProblemNote error={trial.error} onRetry={run} />}
      {trial.data && <Outcome trial={trial.data} />}
    </div>
  );
}
