import { useState, type FormEvent } from 'react';
import { type DisposalBatch, type DisposalItem, type Measure, useDisposalStep } from '../../shared/api/disposal';
import { ReasonField } from '../../shared/acts/reason-field';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

const terms = [1, 2, 3, 5, 10, 20, 30];

interface ChoiceDialogProps {
  batch: DisposalBatch;
  item: DisposalItem;
  measure: Measure;
  onClose: () => void;
}

/** Asks why a choice is not what the plan proposes, and of an extension for how long. */
export function ChoiceDialog({ batch, item, measure, onClose }: ChoiceDialogProps) {
  const t = useT();
  const step = useDisposalStep(batch);
  const [reason, setReason] = useState(item.measure === measure ? (item.reason ?? '') : '');
  const [years, setYears] = useState(item.extendYears ?? 1);
  const [missing, setMissing] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setMissing(true);
    const term = measure === 'extend' ? { extendYears: years } : {};
    step.mutate({ do: 'choose', itemId: item.id, measure, reason: reason.trim(), ...term }, { onSuccess: onClose });
  };
  return (
    <SheetDialog
      title={t('disposal.decideFor', { title: item.title, measure: t(`disposal.measure.${measure}`) })}
      onClose={onClose}
      dismissable={!step.isPending}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        {measure === 'extend' && (
          <label className="flex flex-col gap-1 font-bold">
            {t('disposal.term')}
            <select
              value={years}
              onChange={(event) => setYears(Number(event.target.value))}
              className="touch-target w-40 rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5 font-normal"
            >
              {terms.map((n) => (
                <option key={n} value={n}>
                  {t('disposal.termYears', { n })}
                </option>
              ))}
            </select>
          </label>
        )}
        <ReasonField value={reason} required missing={missing} label={t('disposal.reason')} onChange={setReason} />
        {step.error && <ProblemNote error={step.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={step.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={step.isPending}>
            {t('disposal.choose')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
