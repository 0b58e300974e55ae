import { useState, type FormEvent } from 'react';
import { ReasonField } from '../../shared/acts/reason-field';
import { type DisposalBatch, useDisposalStep } from '../../shared/api/disposal';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

/** 公文書館の意見: what is asked for, and why. */
export function OpinionDialog({ batch, onClose }: { batch: DisposalBatch; onClose: () => void }) {
  const t = useT();
  const step = useDisposalStep(batch);
  const [opinion, setOpinion] = useState('');
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const files = batch.files.filter(({ state, measure }) => state === 'agreed' && measure === 'destroy');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (opinion.trim() === '') return setMissing(true);
    const wishes = asked.map((itemId) => ({ itemId, reason: why.trim() || opinion.trim() }));
    step.mutate({ do: 'opine', opinion: opinion.trim(), wishes }, { onSuccess: onClose });
  };
  return (
    <SheetDialog title={t('disposal.opinion')} onClose={onClose} dismissable={!step.isPending} wide>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <ReasonField
          value={opinion}
          required
          missing={missing}
          label={t('disposal.opinionText')}
          onChange={setOpinion}
        />
        <fieldset className="flex max-h-60 flex-col gap-1 overflow-y-auto">
          <legend className="font-bold">{t('disposal.wishFor')}</legend>
          {files.map(({ id, title, volume }) => (
            <label key={id} className="touch-target flex items-center gap-2">
              <input
                type="checkbox"
                checked={asked.includes(id)}
                onChange={() => setAsked(asked.includes(id) ? asked.filter((one) => one !== id) : [...asked, id])}
                className="size-5"
              />
              {title} {t('disposal.volume', { n: volume })}
            </label>
          ))}
        </fieldset>
        {asked.length > 0 && (
          <TextInput id="disposal-wish" label={t('disposal.wishReason')} value={why} onChange={setWhy} />
        )}
        {step.error && <ProblemNote error={step.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={step.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={step.isPending}>
            {t('disposal.opine')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
