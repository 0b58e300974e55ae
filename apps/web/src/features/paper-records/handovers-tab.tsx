import { useState } from 'react';
import { type Handover, useHandovers, useWithdrawHandover } from '../../shared/api/paper';
import { useLanguage } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DayOf } from '../../shared/wareki/day';
import { formatDay, formatFiscalYear, townDay } from '../../shared/wareki/format';

const ReceiveSheet = later(() => import('./receive-sheet'));
const TakeOffSheet = later(() => import('./take-off-sheet'));
const ProposeSheet = later(() => import('./propose-sheet'));

function HandoverLine({ handover }: { handover: Handover }) {
  const { t, locale } = useLanguage();
  const announce = useAnnounce();
  const withdraw = useWithdrawHandover();
  const [open, setOpen] = useState<'receive' | 'takeOff' | null>(null);
  const close = () => setOpen(null);
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line py-2">
      <span className="grow">
        <span className="font-bold">
          {handover.sectionName} {formatFiscalYear(handover.fiscalYear, locale)}
        </span>{' '}
        {t('paper.handover.count', { n: handover.files })}
        <span className="block text-13 text-quiet">
          <DayOf at={handover.proposedAt} /> {handover.proposedByName}
          {handover.receivedAt &&
            ` → ${formatDay(townDay(handover.receivedAt), locale)} ${handover.receivedByName ?? ''}`}
        </span>
      </span>
      <Chip tone={handover.state === 'received' ? 'good' : 'plain'}>{t(`paper.handover.${handover.state}`)}</Chip>
      <a
        className={buttonClass('link')}
        href={`/api/v1/handovers/${handover.id}/list.pdf`}
        target="_blank"
        rel="noreferrer"
      >
        {t('paper.handover.list')}
      </a>
      {handover.allowed.includes('withdraw') && (
        <Button look="quiet" onClick={() => setOpen('takeOff')}>
          {t('paper.handover.takeOffTitle')}
        </Button>
      )}
      {handover.allowed.includes('withdraw') && (
        <Button
          look="quiet"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate(handover.id, { onSuccess: () => announce(t('paper.done')) })}
        >
          {t('paper.handover.withdraw')}
        </Button>
      )}
      {handover.allowed.includes('receive') && (
        <Button look="primary" onClick={() => setOpen('receive')}>
          {t('paper.handover.receive')}
        </Button>
      )}
      {open === 'receive' && <ReceiveSheet handover={handover} onClose={close} />}
      {open === 'takeOff' && <TakeOffSheet handover={handover} onClose={close} />}
      {withdraw.error && <ProblemNote error={withdraw.error} />}
    </li>
  );
}

/** 引継ぎ to the stacks. */
export function HandoversTab() {
  const { t } = useLanguage();
  const [proposing, setProposing] = useState(false);
  const list = useHandovers();
  const items = list.data?.items ?? [];
  return (
    <div className="flex flex-col gap-2 py-3">
      <p className="no-print">
        <Button onClick={() => setProposing(true)}>{t('paper.handover.propose')}</Button>
      </p>
      {proposing && <ProposeSheet onClose={() => setProposing(false)} />}
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && items.length === 0 && <p className="py-4">{t('paper.handovers.empty')}</p>}
      <ul>
        {items.map((handover) => (
          <HandoverLine key={handover.id} handover={handover} />
        ))}
      </ul>
    </div>
  );
}
