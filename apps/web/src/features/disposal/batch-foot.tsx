import { useState } from 'react';
import { type DisposalBatch, measures, useDisposalStep } from '../../shared/api/disposal';
import ReasonDialog from '../../shared/acts/reason-dialog';
import { useT } from '../../shared/i18n/translate';
import { formatBytes } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { CountDialog } from './count-dialog';
import { OpinionDialog } from './opinion-dialog';
import { ReceiveDialog } from './receive-dialog';
import { footRoom } from '../../shared/ui/room';

type Sheet = 'return' | 'opine' | 'confirm' | 'execute' | 'refuse' | 'receive';

function Counts({ batch }: { batch: DisposalBatch }) {
  const t = useT();
  return (
    <dl className="flex flex-wrap gap-x-5">
      {measures.map((measure) => (
        <div key={measure} className="flex gap-1">
          <dt>{t(`disposal.foot.${measure}`)}</dt>
          <dd>
            <b>{t('disposal.foot.documents', { n: batch.counts[measure].documents })}</b>
            {batch.sizes[measure] > 0 && (
              <span className="text-13 text-quiet"> {formatBytes(batch.sizes[measure])}</span>
            )}
          </dd>
        </div>
      ))}
      <div className="flex gap-1">
        <dt>{t('disposal.foot.undecided')}</dt>
        <dd className="font-bold">{t('disposal.foot.files', { n: batch.counts.undecided })}</dd>
      </div>
    </dl>
  );
}

interface FootProps {
  batch: DisposalBatch;
  step: ReturnType<typeof useDisposalStep>;
  onSheet: (sheet: Sheet | null) => void;
}

const coming = ({ files }: DisposalBatch) =>
  files.filter(({ state, measure }) => state === 'approved' && measure === 'transfer');

const comingFiles = (batch: DisposalBatch): string[] => coming(batch).map(({ id }) => id);

const bringsPaper = (batch: DisposalBatch): boolean => coming(batch).some(({ pieces }) => pieces > 0);

/** Steps that are taken at once. */
const DIRECT = [
  { act: 'submit', do: 'submit' },
  { act: 'forward', do: 'forward' },
  { act: 'propose', do: 'propose' },
] as const;

function Acts({ batch, step, onSheet }: FootProps) {
  const t = useT();
  const may = (act: string) => batch.allowed.includes(act);
  const { isPending, mutate } = step;
  return (
    <div className="flex flex-wrap gap-2">
      {batch.step === 'assessment' && may('choose') && (
        <Button disabled={isPending} onClick={() => mutate({ do: 'follow' })}>
          {t('disposal.follow')}
        </Button>
      )}
      {may('return') && <Button onClick={() => onSheet('return')}>{t('disposal.return')}</Button>}
      {DIRECT.filter(({ act }) => may(act)).map(({ act, ...direct }) => (
        <Button key={act} look="primary" disabled={isPending} onClick={() => mutate(direct)}>
          {t(`disposal.${act}`)}
        </Button>
      ))}
      {may('opine') && (
        <Button look="primary" onClick={() => onSheet('opine')}>
          {t('disposal.opine')}
        </Button>
      )}
      {may('receive') && <Button onClick={() => onSheet('refuse')}>{t('disposal.refuseReceipt')}</Button>}
      {may('receive') && (
        <Button
          look="primary"
          disabled={isPending}
          onClick={() =>
            bringsPaper(batch) ? onSheet('receive') : mutate({ do: 'receive', itemIds: comingFiles(batch) })
          }
        >
          {t('disposal.receive')}
        </Button>
      )}
      {may('confirm') && batch.needsConfirmation && (
        <Button onClick={() => onSheet('confirm')}>{t('disposal.confirm')}</Button>
      )}
      {may('execute') && (
        <Button look="danger" onClick={() => onSheet('execute')}>
          {t('disposal.execute')}
        </Button>
      )}
    </div>
  );
}

function ReasonSheet({ batch, step, sheet, onSheet }: FootProps & { sheet: 'return' | 'refuse' }) {
  const t = useT();
  const title = t(sheet === 'return' ? 'disposal.return' : 'disposal.refuseReceipt');
  const close = () => onSheet(null);
  const send = (reason: string) =>
    step.mutate(
      sheet === 'return' ? { do: 'return', reason } : { do: 'receive', itemIds: comingFiles(batch), refusal: reason },
      { onSuccess: close },
    );
  return (
    <ReasonDialog
      title={title}
      subject={batch.sectionName}
      confirm={title}
      required
      pending={step.isPending}
      error={step.error}
      onClose={close}
      onConfirm={send}
    />
  );
}

/** The counts, and what the reader may do next. */
export function BatchFoot({ batch }: { batch: DisposalBatch }) {
  const step = useDisposalStep(batch);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const close = () => setSheet(null);
  const own = { batch, step, onSheet: setSheet };
  return (
    <footer ref={footRoom} className="foot-bar border-t border-solid-gray-536 bg-white">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-3 px-4 py-3">
        <Counts batch={batch} />
        <Acts {...own} />
        {step.error && !sheet && <ProblemNote error={step.error} />}
      </div>
      {(sheet === 'return' || sheet === 'refuse') && <ReasonSheet {...own} sheet={sheet} />}
      {sheet === 'receive' && <ReceiveDialog batch={batch} coming={coming(batch)} onClose={close} />}
      {sheet === 'opine' && <OpinionDialog batch={batch} onClose={close} />}
      {(sheet === 'confirm' || sheet === 'execute') && <CountDialog batch={batch} act={sheet} onClose={close} />}
    </footer>
  );
}
