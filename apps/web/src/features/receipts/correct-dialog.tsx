import { useState, type FormEvent } from 'react';
import { useCorrectReceipt, useIntakeChoices, type Receipt } from '../../shared/api/receipts';
import { useMe } from '../../shared/api/session';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { ReceiptInputs } from './receipt-inputs';
import { faultsOf, fieldsOf, type ReceiptFaults, valuesOf } from './receipt-values';
import { focusFault } from './register-page';

/** 訂正 of what was entered; the arrival is sent only when it was changed. */
export function CorrectDialog({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const t = useT();
  const me = useMe();
  const announce = useAnnounce();
  const choices = useIntakeChoices();
  const correct = useCorrectReceipt(receipt.id);
  const [before] = useState(() => valuesOf(receipt));
  const [values, setValues] = useState(before);
  const [faults, setFaults] = useState<ReceiptFaults>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(values, me.today);
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFault(found);
    const { arrivalAt, ...fields } = fieldsOf(values, me.today);
    const moved = values.arrivalDay !== before.arrivalDay || values.arrivalTime !== before.arrivalTime;
    correct.mutate(
      { ...fields, ...(moved && arrivalAt ? { arrivalAt } : {}), version: receipt.version },
      {
        onSuccess: () => {
          announce(t('receipt.corrected'));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('receipt.act.correct')} onClose={onClose} dismissable={false} wide>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        {choices.data ? (
          <ReceiptInputs
            values={values}
            faults={faults}
            choices={choices.data}
            onChange={(change) => setValues((now) => ({ ...now, ...change }))}
          />
        ) : (
          <Loading />
        )}
        {correct.error && <ProblemNote error={correct.error} />}
        <SheetFoot>
          <Button onClick={onClose}>{t('common.back')}</Button>
          <Button type="submit" look="primary" disabled={correct.isPending}>
            {t('receipt.form.correct')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
