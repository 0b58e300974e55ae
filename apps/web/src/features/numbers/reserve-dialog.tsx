import { useState, type FormEvent } from 'react';
import { ReasonField } from '../../shared/acts/reason-field';
import { useReserveNumbers } from '../../shared/api/execution';
import type { NumberSeries } from '../../shared/api/types';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

const most = 500;

/** 予約: sets the next numbers of a series aside, with a reason. */
export default function ReserveDialog({ series, onClose }: { series: NumberSeries; onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const reserving = useReserveNumbers();
  const [count, setCount] = useState(1);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    const { seriesCode, symbol } = series;
    reserving.mutate(
      { series: seriesCode, symbol, count, reason: reason.trim() },
      {
        onSuccess: ({ first, last }) => {
          announce(t('numbers.reservedNow', { first, last }));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('numbers.reserve')} onClose={onClose} dismissable={!reserving.isPending}>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
        <p>{t('numbers.reserveHelp')}</p>
        <FieldFrame id="reserve-count" label={t('numbers.reserveCount')} required>
          <input
            id="reserve-count"
            type="number"
            min={1}
            max={most}
            value={count}
            onChange={(event) => setCount(Math.min(most, Math.max(1, Number(event.target.value) || 1)))}
            className={inputClass(false, 'max-w-32')}
          />
        </FieldFrame>
        <ReasonField value={reason} required missing={tried && missing} onChange={setReason} />
        {reserving.error && <ProblemNote error={reserving.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={reserving.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={reserving.isPending}>
            {t('numbers.reserveDo', { n: count })}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
