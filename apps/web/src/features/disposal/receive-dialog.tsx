import { useState, type FormEvent } from 'react';
import { type DisposalBatch, type DisposalItem, useDisposalStep } from '../../shared/api/disposal';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

interface ReceiveDialogProps {
  readonly batch: DisposalBatch;
  readonly coming: readonly DisposalItem[];
  readonly onClose: () => void;
}

/** Paper is received when it was held against the inventory and counted (TRANS-4). */
export function ReceiveDialog({ batch, coming, onClose }: ReceiveDialogProps) {
  const t = useT();
  const step = useDisposalStep(batch);
  const [pieces, setPieces] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const itemIds = coming.map(({ id }) => id);
    step.mutate({ do: 'receive', itemIds, pieces: Number(pieces) }, { onSuccess: onClose });
  };
  return (
    <SheetDialog title={t('disposal.receive')} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <p>{t('disposal.piecesFirst')}</p>
        <ul className="list-disc pl-6">
          {coming
            .filter((item) => item.pieces > 0)
            .map((item) => (
              <li key={item.id}>
                {item.title} {t('disposal.pieces', { n: item.pieces })}
              </li>
            ))}
        </ul>
        <p>
          <a
            href={`/api/v1/disposal-batches/${batch.id}/inventory.pdf`}
            target="_blank"
            rel="noreferrer"
            className={buttonClass('link')}
          >
            {t('disposal.inventory')}
          </a>
        </p>
        <TextInput
          id="received-pieces"
          label={t('disposal.piecesReceived')}
          help={t('disposal.piecesHelp')}
          value={pieces}
          required
          onChange={setPieces}
        />
        {step.error && <ProblemNote error={step.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={step.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={step.isPending || !/^\d+$/.test(pieces)}>
            {t('disposal.receive')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
