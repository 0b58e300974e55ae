import { useState, type FormEvent } from 'react';
import { type DisposalBatch, useDisposalStep } from '../../shared/api/disposal';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

/** The final act is never a single key: the count is typed. */
export function CountDialog({
  batch,
  act,
  onClose,
}: {
  batch: DisposalBatch;
  act: 'confirm' | 'execute';
  onClose: () => void;
}) {
  const t = useT();
  const step = useDisposalStep(batch);
  const [count, setCount] = useState('');
  const going = batch.files.filter(({ state, measure }) => state === 'approved' && measure === 'destroy');
  const onPaper = going.filter(({ medium }) => medium !== 'electronic').length;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    step.mutate({ do: act, count: Number(count) }, { onSuccess: onClose });
  };
  return (
    <SheetDialog title={t(`disposal.${act}`)} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <p>{t(act === 'execute' ? 'disposal.executeWarning' : 'disposal.needsThird')}</p>
        {act === 'execute' && onPaper > 0 && <p className="font-bold">{t('disposal.paperFirst', { n: onPaper })}</p>}
        <TextInput
          id="disposal-count"
          label={t('disposal.count')}
          help={t('disposal.countHelp')}
          value={count}
          required
          onChange={setCount}
        />
        {step.error && <ProblemNote error={step.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={step.isPending}>
            {t('common.back')}
          </Button>
          <Button
            type="submit"
            look={act === 'execute' ? 'danger' : 'primary'}
            disabled={step.isPending || !/^\d+$/.test(count)}
          >
            {t(`disposal.${act}`)}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
