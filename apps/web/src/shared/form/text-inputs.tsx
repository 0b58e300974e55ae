import type { ReactNode } from 'react';
import { parseDecimal, parseInteger, formatNumber } from '../money/yen';
import type { Locale } from '../i18n/locale';
import { useLanguage } from '../i18n/translate';
import { bothCalendars, formatDay, formatFiscalYear } from '../wareki/format';
import { parseDate, parseFiscalYear } from '../wareki/parse';
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

interface ReadInputProps extends InputProps {
  /** How it may be written, where the form says nothing. */
  usual: ReactNode;
  /** What was understood. */
  reading: string | null;
  /** The era had not begun, or was over. */
  differs: boolean;
}

/** Written as clerks do; what was understood is said at once beneath. An empty help: it is said once for several. */
function ReadInput({ usual, reading, differs, ...props }: ReadInputProps) {
  const { t } = useLanguage();
  const echo = reading !== null && (
    <>
      {reading}
      {differs && <b className="ml-2 text-orange-900">{t('form.eraDiffers')}</b>}
    </>
  );
  return (
    <FieldFrame {...props} help={props.help ?? <span className="break-keep">{usual}</span>} echo={echo}>
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

/** 令和8年12月1日 (2026-12-01) / 1 Dec 2026 (令和8年12月1日). */
const readAs = (iso: string, locale: Locale) =>
  locale === 'ja' ? `${formatDay(iso, 'ja')} (${iso})` : bothCalendars(iso, locale);

/** A date, in the era or not. */
export function DateInput({ today, ...props }: InputProps & { today: string }) {
  const { t, locale } = useLanguage();
  const read = parseDate(props.value, today);
  return (
    <ReadInput
      {...props}
      usual={t('form.dateHelp')}
      reading={read.ok ? readAs(read.iso, locale) : null}
      differs={read.ok && read.warning !== null}
    />
  );
}

/** 令和8年度 (2026) / FY2026 (令和8年度). */
const yearReadAs = (year: number, locale: Locale) =>
  `${formatFiscalYear(year, locale)} (${locale === 'ja' ? year : formatFiscalYear(year, 'ja')})`;

/** 年度, in the era or not. */
export function FiscalYearInput({ today, ...props }: InputProps & { today: string }) {
  const { t, locale } = useLanguage();
  const read = parseFiscalYear(props.value, today);
  return (
    <ReadInput
      {...props}
      usual={t('form.yearHelp')}
      reading={read.ok ? yearReadAs(read.year, locale) : null}
      differs={read.ok && read.warning !== null}
    />
  );
}
