import type { IntakeChoices } from '../../shared/api/receipts';
import { useMe } from '../../shared/api/session';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { DateInput, TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { confidentialityLabel } from '../../shared/i18n/labels';
import { useT } from '../../shared/i18n/translate';
import type { ReceiptFaults, ReceiptValues, ValueName } from './receipt-values';

interface ReceiptInputsProps {
  values: ReceiptValues;
  faults: ReceiptFaults;
  choices: IntakeChoices;
  onChange: (change: Partial<ReceiptValues>) => void;
}

const confidentialities = ['none', 'secret', 'top_secret', 'personnel'] as const;

/** Label, fault and value of one input. */
function useInput({ values, faults, onChange }: ReceiptInputsProps) {
  const t = useT();
  return (name: Exclude<ValueName, 'exact'>, label: string) => ({
    id: `receipt-${name}`,
    label,
    value: values[name],
    error: faults[name] && t(faults[name] === 'date' ? 'receipt.form.date' : 'receipt.form.required', { label }),
    onChange: (value: string) => onChange({ [name]: value }),
  });
}

function SelectInput(props: {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  return (
    <FieldFrame id={props.id} label={props.label}>
      <select
        id={props.id}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        className={inputClass(false)}
      >
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

function ArrivalInputs(props: ReceiptInputsProps) {
  const t = useT();
  const me = useMe();
  const input = useInput(props);
  const time = input('arrivalTime', t('receipt.form.arrivalTime'));
  const kind = props.choices.kinds.find(({ code }) => code === props.values.kind);
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <DateInput {...input('arrivalDay', t('receipt.form.arrivalDay'))} today={me.today} />
        <FieldFrame id={time.id} label={time.label} error={time.error}>
          <input
            id={time.id}
            type="time"
            value={time.value}
            aria-invalid={Boolean(time.error)}
            aria-describedby={`${time.id}-error`}
            onChange={(event) => time.onChange(event.target.value)}
            className={inputClass(Boolean(time.error), 'max-w-40')}
          />
        </FieldFrame>
      </div>
      <label className="touch-target flex items-center gap-2">
        <input
          type="checkbox"
          checked={props.values.exact ?? kind?.exactTime ?? false}
          onChange={(event) => props.onChange({ exact: event.target.checked })}
        />
        {t('receipt.form.exact')}
      </label>
      <TextInput {...input('backDatingReason', t('receipt.backDatingReason'))} help={t('receipt.form.reasonHelp')} />
    </>
  );
}

/** The inputs of a receipt, in the order in which an envelope is read. */
export function ReceiptInputs(props: ReceiptInputsProps) {
  const t = useT();
  const me = useMe();
  const input = useInput(props);
  const { choices } = props;
  return (
    <>
      <TextInput {...input('subject', t('receipts.subject'))} required />
      <TextInput {...input('sender', t('receipt.sender'))} required />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextInput {...input('senderNumber', t('receipt.senderNumber'))} />
        <DateInput {...input('senderDate', t('receipt.senderDate'))} today={me.today} />
        <SelectInput
          {...input('kind', t('receipt.kind'))}
          options={choices.kinds.map(({ code, name }) => [code, name] as const)}
        />
        <SelectInput
          {...input('channel', t('receipt.channel'))}
          options={choices.channels.map((one) => [one, t(`receipt.channel.${one}`)] as const)}
        />
      </div>
      <ArrivalInputs {...props} />
      <div className="grid gap-3 sm:grid-cols-2">
        <DateInput {...input('replyDueOn', t('receipt.replyDueOn'))} today={me.today} />
        <SelectInput
          {...input('confidentiality', t('receipt.confidentiality'))}
          options={confidentialities.map((one) => [one, t(confidentialityLabel(one))] as const)}
        />
        {props.values.confidentiality !== 'none' && (
          <DateInput {...input('confidentialUntil', t('receipt.confidentialUntil'))} today={me.today} />
        )}
      </div>
      <TextAreaInput {...input('note', t('receipt.note'))} rows={3} />
    </>
  );
}
