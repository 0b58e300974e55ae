import { useState } from 'react';
import { type DisposalBatch, measures, useDisposalStep } from '../../shared/api/disposal';
import ReasonDialog from '../../shared/acts/reason-dialog';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { CountDialog } from './count-dialog';
import { OpinionDialog } from './opinion-dialog';

type Sheet = 'return' | 'opine' | 'confirm' | 'execute' | 'refuse';

function Counts({ batch }: { batch: DisposalBatch }) {
  const t = useT();
  return (
    <dl className="flex flex-wrap gap-x-5">
      {measures.map((measure) => (
        <div key={measure} className="flex gap-1">
          <dt>{t(`disposal.foot.${measure}`)}</dt>
          <dd className="font-bold">{t('disposal.foot.documents', { n: batch.counts[measure].documents })}</dd>
        </div>
      ))}
      <div className="flex gap-1">
        <dt>{t('disposal.foot.undecided')}</dt>
        <dd className="font-bold">{t('disposal.foot.files', { n: batch.counts.undecided })}</dd>
      </div>
    </dl>
  );
}

/** The counts, and what the reader may do next. */
export function BatchFoot({ batch }: { batch: DisposalBatch }) {
  const t = useT();
  const step = useDisposalStep(batch);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const may = (act: string) => batch.allowed.includes(act);
  const close = () => setSheet(null);
  const coming = batch.files
    .filter(({ state, measure }) => state === 'approved' && measure === 'transfer')
    .map(({ id }) => id);
  const { isPending } = step;
  return (
    <footer className="border-t border-solid-gray-536 bg-white">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-3 px-4 py-3">
        <Counts batch={batch} />
        <div className="flex flex-wrap gap-2">
          {batch.step === 'assessment' && may('choose') && (
            <Button disabled={isPending} onClick={() => step.mutate({ do: 'follow' })}>
              {t('disposal.follow')}
            </Button>
          )}
          {may('submit') && (
            <Button look="primary" disabled={isPending} onClick={() => step.mutate({ do: 'submit' })}>
              {t('disposal.submit')}
            </Button>
          )}
          {may('return') && <Button onClick={() => setSheet('return')}>{t('disposal.return')}</Button>}
          {may('forward') && (
            <Button look="primary" disabled={isPending} onClick={() => step.mutate({ do: 'forward' })}>
              {t('disposal.forward')}
            </Button>
          )}
          {may('opine') && (
            <Button look="primary" onClick={() => setSheet('opine')}>
              {t('disposal.opine')}
            </Button>
          )}
          {may('propose') && (
            <Button look="primary" disabled={isPending} onClick={() => step.mutate({ do: 'propose' })}>
              {t('disposal.propose')}
            </Button>
          )}
          {may('receive') && (
            <>
              <Button onClick={() => setSheet('refuse')}>{t('disposal.refuseReceipt')}</Button>
              <Button
                look="primary"
                disabled={isPending}
                onClick={() => step.mutate({ do: 'receive', itemIds: coming })}
              >
                {t('disposal.receive')}
              </Button>
            </>
          )}
          {may('confirm') && batch.needsConfirmation && (
            <Button onClick={() => setSheet('confirm')}>{t('disposal.confirm')}</Button>
          )}
          {may('execute') && (
            <Button look="danger" onClick={() => setSheet('execute')}>
              {t('disposal.execute')}
            </Button>
          )}
        </div>
        {step.error && !sheet && <ProblemNote error={step.error} />}
      </div>
      {(sheet === 'return' || sheet === 'refuse') && (
        <ReasonDialog
          title={t(sheet === 'return' ? 'disposal.return' : 'disposal.refuseReceipt')}
          subject={batch.sectionName}
          confirm={t(sheet === 'return' ? 'disposal.return' : 'disposal.refuseReceipt')}
          required
          pending={isPending}
          error={step.error}
          onClose={close}
          onConfirm={(reason) =>
            step.mutate(
              sheet === 'return' ? { do: 'return', reason } : { do: 'receive', itemIds: coming, refusal: reason },
              { onSuccess: close },
            )
          }
        />
      )}
      {sheet === 'opine' && <OpinionDialog batch={batch} onClose={close} />}
      {(sheet === 'confirm' || sheet === 'execute') && <CountDialog batch={batch} act={sheet} onClose={close} />}
    </footer>
  );
}
