import type { ReactNode } from 'react';
import { parseDecimal, parseInteger, formatNumber } from '../money/yen';
import { useLanguage } from '../i18n/translate';
import { formatDay } from '../wareki/format';
import { parseDate } from '../wareki/parse';
import { describedBy, FieldFrame, inputClass } from './field-frame';

export interface InputProps {
  id: string;
  label: string;
  value: string;
  required?: boolean;
  help?: string | null;
  error?: string | undefined;
  onChange: (value: string) => void;
  onBlur?: () => void;
}

const common = ({ id, value, help, error, required, onBlur }: InputProps) => ({
  id,
  value,
  onBlur,
  'aria-invalid': Boolean(error),
  'aria-required': required ?? false,
  'aria-describedby': describedBy(id, help, error),
});

export function TextInput(props: InputProps) {
  return (
    <FieldFrame {...props}>
      <input
        type="text"
        autoComplete="off"
        {...common(props)}
        className={inputClass(Boolean(props.error))}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </FieldFrame>
  );
}

/** @param tools what is offered for the text, between its label and the text itself */
export function TextAreaInput({ rows = 7, tools, ...props }: InputProps & { rows?: number; tools?: ReactNode }) {
  return (
    <FieldFrame {...props}>
      {tools}
      <textarea
        rows={rows}
        {...common(props)}
        className={inputClass(Boolean(props.error), 'font-mincho leading-175')}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </FieldFrame>
  );
}

/** Numbers are typed as text: full width, commas and 円 are understood, and set in order when the input is left. */
export function NumberInput({ kind, ...props }: InputProps & { kind: 'yen' | 'integer' | 'number' }) {
  const { t } = useLanguage();
  const reading = (kind === 'number' ? parseDecimal : parseInteger)(props.value);
  const tidy = () => {
    if (reading.ok && kind === 'yen') props.onChange(formatNumber(reading.value));
    else if (reading.ok) props.onChange(String(reading.value));
    props.onBlur?.();
  };
  return (
    <FieldFrame {...props}>
      <span className="flex items-center gap-2">
        <input
          type="text"
          inputMode={kind === 'number' ? 'decimal' : 'numeric'}
          autoComplete="off"
          {...common(props)}
          onBlur={tidy}
          className={inputClass(Boolean(props.error), 'max-w-60 text-right tabular-nums')}
          onChange={(event) => props.onChange(event.target.value)}
        />
        {kind === 'yen' && <span aria-hidden="true">{t('form.yen')}</span>}
      </span>
    </FieldFrame>
  );
}

/** A date as clerks write it; what was understood is said at once beneath. An empty help: it is said once for several. */
export function DateInput({ today, ...props }: InputProps & { today: string }) {
  const { t } = useLanguage();
  const reading = props.value.trim() === '' ? null : parseDate(props.value, today);
  const echo = reading?.ok && (
    <>
      {formatDay(reading.iso, 'ja')} ({reading.iso})
      {reading.warning && <b className="ml-2 text-orange-900">{t('form.eraDiffers')}</b>}
    </>
  );
  return (
    <FieldFrame {...props} help={props.help ?? <span className="break-keep">{t('form.dateHelp')}</span>} echo={echo}>
      <input
        type="text"
        autoComplete="off"
        {...common(props)}
        aria-describedby={describedBy(props.id, props.help ?? true, props.error)}
        className={inputClass(Boolean(props.error), 'max-w-60')}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
