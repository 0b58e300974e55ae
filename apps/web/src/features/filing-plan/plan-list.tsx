import { useState } from 'react';
import { type FilingPlan, type PlanListTrial, useBringPlanList, usePlanListTrial } from '../../shared/api/filing-plan';
import { CSV, ChooseFiles } from '../../shared/ui/choose-files';
import { textOf } from '../../shared/csv/csv-text';
import { useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Outcome } from './plan-trial';

function ListFaults({ faults }: { faults: PlanListTrial['listFaults'] }) {
  const t = useT();
  return (
    <div role="alert" className="border-l-4 border-vermilion bg-red-50 px-3 py-2">
      <p>{t('plan.listFaults', { n: faults.length })}</p>
      <ul className="list-disc pl-6">
        {faults.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            {line > 0 && t('plan.listLine', { line })} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Chosen {
  readonly name: string;
  readonly text: string;
}

interface ListProps {
  plan: FilingPlan;
  onBrought: () => void;
}

function useList(plan: FilingPlan, onBrought: () => void) {
  const t = useT();
  const announce = useAnnounce();
  const id = plan.id ?? 0;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const trial = usePlanListTrial(id);
  const bringing = useBringPlanList(id);
  const choose = async ([file]: readonly File[]) => {
    if (!file) return;
    const text = textOf(new Uint8Array(await file.arrayBuffer()));
    bringing.reset();
    setChosen({ name: file.name, text });
    trial.mutate(text);
  };
  const bring = () => {
    if (!chosen) return;
    const onSuccess = () => {
      announce(t('plan.listBrought'));
      onBrought();
    };
    bringing.mutate({ revision: plan.revision, list: chosen.text }, { onSuccess });
  };
  return { chosen, trial, bringing, choose, bring };
}

/** 一覧で直す: the classes of a draft go out, are changed in a spreadsheet, compared, and brought back. */
export function PlanListPanel({ plan, onBrought }: ListProps) {
  const t = useT();
  const { chosen, trial, bringing, choose, bring } = useList(plan, onBrought);
  const outcome = trial.data;
  const isReady = outcome !== undefined && outcome.listFaults.length === 0 && outcome.classes.length > 0;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14">{t('plan.listHelp')}</p>
      <ol className="flex list-decimal flex-col gap-3 pl-6">
        <li>
          {t('plan.listTake')}{' '}
          <a className={buttonClass('link')} href={`/api/v1/filing-plans/${plan.id}/list.csv`} download>
            {t('plan.listName')}
          </a>
        </li>
        <li>{t('plan.listChange')}</li>
        <li>
          <span className="flex flex-wrap items-center gap-3">
            {t('plan.listChoose')}
            <ChooseFiles
              accept={CSV}
              id="plan-list"
              label={t('plan.listFile')}
              onFiles={(files) => void choose(files)}
            />
            {chosen && <span>{t('plan.listChosen', { name: chosen.name })}</span>}
          </span>
        </li>
      </ol>
      {trial.isPending && <Loading lines={5} />}
      {(bringing.error ?? trial.error) && <ProblemNote error={bringing.error ?? trial.error} />}
      {outcome && outcome.listFaults.length > 0 && <ListFaults faults={outcome.listFaults} />}
      {outcome && outcome.listFaults.length === 0 && outcome.classes.length === 0 && (
        <p role="status">{t('plan.listSame')}</p>
      )}
      {isReady && (
        <>
          <Outcome trial={outcome} />
          <div className="flex flex-wrap items-center gap-3">
            <Button look="primary" disabled={bringing.isPending} onClick={bring}>
              {t('plan.listBring', { n: outcome.classes.length })}
            </Button>
            <span className="text-14">{t('plan.listBringHelp')}</span>
          </div>
        </>
      )}
    </div>
  );
}
