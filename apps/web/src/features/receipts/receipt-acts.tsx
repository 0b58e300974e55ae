import { useState } from 'react';
import { useActOnReceipt, type Receipt, type ReceiptActRequest } from '../../shared/api/receipts';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { CorrectDialog } from './correct-dialog';
import { DraftDialog } from './draft-dialog';
import { RouteDialog } from './route-dialog';

const ReasonDialog = later(() => import('../../shared/acts/reason-dialog'));

const plain = ['receive', 'accept'] as const;
const reasoned = ['finish_reading', 'not_needed', 'send_back', 'undo'] as const;
type Reasoned = (typeof reasoned)[number];
type Open = Reasoned | 'draft' | 'reroute' | 'correct';

/** The acts that the answer allows, and for the others why not. */
export function ReceiptActs({ receipt }: { receipt: Receipt }) {
  const t = useT();
  const announce = useAnnounce();
  const act = useActOnReceipt(receipt.id);
  const [open, setOpen] = useState<Open | null>(null);
  const may = (name: string) => receipt.allowed.includes(name);
  const close = () => {
    setOpen(null);
    act.reset();
  };
  const send = (request: ReceiptActRequest) =>
    act.mutate(request, {
      onSuccess: () => {
        close();
        announce(t('receipt.acted', { subject: receipt.subject }));
      },
    });
  const isReasoned = (name: Open | null): name is Reasoned => (reasoned as readonly (Open | null)[]).includes(name);
  return (
    <div className="no-print flex flex-col gap-2">
      <p className="flex flex-wrap gap-2">
        {may('draft') && (
          <Button look="primary" onClick={() => setOpen('draft')}>
            {t('receipt.act.draft')}
          </Button>
        )}
        {plain.filter(may).map((name) => (
          <Button key={name} disabled={act.isPending} onClick={() => send({ act: name })}>
            {t(`receipt.act.${name}`)}
          </Button>
        ))}
        {(['correct', 'reroute', ...reasoned] as const).filter(may).map((name) => (
          <Button key={name} look={name === 'send_back' ? 'danger' : 'quiet'} onClick={() => setOpen(name)}>
            {t(`receipt.act.${name}`)}
          </Button>
        ))}
      </p>
      {act.error && open === null && <ProblemNote error={act.error} />}
      {open === 'draft' && <DraftDialog receipt={receipt} onClose={close} />}
      {open === 'correct' && <CorrectDialog receipt={receipt} onClose={close} />}
      {open === 'reroute' && (
        <RouteDialog
          receipt={receipt}
          pending={act.isPending}
          error={act.error}
          onClose={close}
          onConfirm={(toSection, reason) => send({ act: 'reroute', toSection, reason })}
        />
      )}
      {isReasoned(open) && (
        <ReasonDialog
          title={t(`receipt.act.${open}`)}
          subject={receipt.subject}
          confirm={t(`receipt.act.${open}`)}
          danger={open === 'send_back'}
          required
          pending={act.isPending}
          error={act.error}
          onClose={close}
          onConfirm={(reason) => send({ act: open, reason })}
        />
      )}
    </div>
  );
}

/** Why the other acts are not possible now. */
export function RefusedActs({ receipt }: { receipt: Receipt }) {
  const t = useT();
  const reasons = [...new Map(receipt.refused.map((one) => [one.code, one])).values()];
  if (reasons.length === 0) return null;
  const acts = (code: string) =>
    receipt.refused.flatMap((one) => (one.code === code ? [t(`receipt.act.${one.act as 'receive'}`)] : []));
  return (
    <details className="no-print text-13">
      <summary>{t('receipt.whyNot')}</summary>
      <dl className="mt-2 flex flex-col gap-2">
        {reasons.map((one) => (
          <div key={one.code}>
            <dt className="font-bold">{acts(one.code).join(' · ')}</dt>
            <dd>
              {one.title} — {one.detail}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
