import { useState, type FormEvent } from 'react';
import { useIntakeChoices, type Receipt } from '../../shared/api/receipts';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

interface RouteDialogProps {
  receipt: Receipt;
  pending: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (toSection: string, reason: string) => void;
}

/** 他課転送: where to, and why. */
export function RouteDialog({ receipt, pending, error, onClose, onConfirm }: RouteDialogProps) {
  const t = useT();
  const choices = useIntakeChoices();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (to !== '' && reason.trim() !== '') onConfirm(to, reason.trim());
  };
  const missing = (value: string, label: string) =>
    asked && value.trim() === '' ? t('receipt.form.required', { label }) : undefined;
  return (
    <SheetDialog title={t('receipt.act.reroute')} onClose={onClose} dismissable={!pending}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <p>{receipt.subject}</p>
        <FieldFrame id="route-to" label={t('receipt.route.to')} required error={missing(to, t('receipt.route.to'))}>
          <select
            id="route-to"
            value={to}
            aria-invalid={asked && to === ''}
            onChange={(event) => setTo(event.target.value)}
            className={inputClass(asked && to === '')}
          >
            <option value="">{t('form.choose')}</option>
            {(choices.data?.sections ?? [])
              .filter(({ code }) => code !== receipt.section.code)
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </select>
        </FieldFrame>
        <TextAreaInput
          id="route-reason"
          label={t('acts.reason')}
          required
          rows={3}
          value={reason}
          error={missing(reason, t('acts.reason'))}
          onChange={setReason}
        />
        {error !== null && <ProblemNote error={error} />}
        <SheetFoot>
          <Button onClick={onClose}>{t('common.back')}</Button>
          <Button type="submit" look="primary" disabled={pending}>
            {t('receipt.act.reroute')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
