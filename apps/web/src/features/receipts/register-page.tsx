import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useIntakeChoices, useRegisterReceipt, type IntakeChoices } from '../../shared/api/receipts';
import { useMe } from '../../shared/api/session';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { ReceiptInputs } from './receipt-inputs';
import { blankValues, faultsOf, fieldsOf, type ReceiptFaults } from './receipt-values';

/** Brings the first wrong input into view, for eyes and for the keyboard. */
export function focusFault(faults: ReceiptFaults): void {
  const [first] = Object.keys(faults);
  if (first) document.getElementById(`receipt-${first}`)?.focus();
}

function RegisterForm({ choices }: { choices: IntakeChoices }) {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const register = useRegisterReceipt();
  const [values, setValues] = useState(() => blankValues(choices.kinds[0]?.code ?? 'general'));
  const [faults, setFaults] = useState<ReceiptFaults>({});
  const [section, setSection] = useState(choices.registrable[0]?.code ?? '');
  const [receive, setReceive] = useState(true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(values, me.today);
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFault(found);
    const body = { ...fieldsOf(values, me.today), subject: values.subject.trim(), sender: values.sender.trim() };
    register.mutate(
      { ...body, section, receive, numbered: true },
      {
        onSuccess: (receipt) => {
          announce(
            receipt.receiptNumber
              ? t('receipt.registeredAs', { number: receipt.receiptNumber })
              : t('receipt.registeredPlain'),
          );
          void navigate({ to: '/receipts/$id', params: { id: receipt.id } });
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-3xl flex-col gap-3">
      <FieldFrame id="receipt-section" label={t('receipt.form.section')}>
        <select
          id="receipt-section"
          value={section}
          onChange={(event) => setSection(event.target.value)}
          className={inputClass(false, 'max-w-80')}
        >
          {choices.registrable.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </FieldFrame>
      <ReceiptInputs
        values={values}
        faults={faults}
        choices={choices}
        onChange={(change) => setValues((now) => ({ ...now, ...change }))}
      />
      <label className="touch-target flex items-center gap-2">
        <input type="checkbox" checked={receive} onChange={(event) => setReceive(event.target.checked)} />
        {t('receipt.form.receive')}
      </label>
      {register.error && <ProblemNote error={register.error} />}
      <p>
        <Button type="submit" look="primary" disabled={register.isPending}>
          {t('receipt.form.save')}
        </Button>
      </p>
    </form>
  );
}

/** 収受を登録: what has arrived, entered with the keyboard alone. */
export function RegisterPage() {
  const t = useT();
  const choices = useIntakeChoices();
  return (
    <Page title={t('receipts.register')}>
      {choices.error && <ProblemNote error={choices.error} onRetry={() => void choices.refetch()} />}
      {choices.isPending && <Loading lines={8} />}
      {choices.data?.registrable.length === 0 && <p>{t('receipt.form.noRight')}</p>}
      {choices.data && choices.data.registrable.length > 0 && <RegisterForm choices={choices.data} />}
    </Page>
  );
}
