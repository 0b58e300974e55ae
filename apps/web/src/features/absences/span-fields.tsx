import { DateInput, TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { cx } from '../../shared/ui/class-names';
import { spanModes, type SpanFaults, type SpanField, type SpanValues } from './span-values';

interface SpanFieldsProps {
  values: SpanValues;
  faults: SpanFaults;
  today: string;
  onChange: (values: SpanValues) => void;
}

/** A span of time: whole days, half a day, or with times; dates as clerks write them. */
export function SpanFields({ values, faults, today, onChange }: SpanFieldsProps) {
  const t = useT();
  const { mode } = values;
  const halfDay = mode === 'morning' || mode === 'afternoon';
  const field = (name: SpanField) => ({
    id: `span.${name}`,
    value: values[name],
    error: faults[name] && t(faults[name]),
    required: true,
    onChange: (value: string) => onChange({ ...values, [name]: value }),
  });
  return (
    <>
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-1 font-bold">{t('absence.howLong')}</legend>
        {spanModes.map((value) => (
          <label
            key={value}
            className={cx(
              'touch-target flex items-center gap-2 rounded-8 border px-3 py-1.5 has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-black',
              value === mode ? 'border-key-900 bg-key-50 font-bold text-key-900' : 'border-solid-gray-600 bg-white',
            )}
          >
            <input
              type="radio"
              name="span.mode"
              checked={value === mode}
              onChange={() => onChange({ ...values, mode: value })}
            />
            {t(`absence.mode.${value}`)}
          </label>
        ))}
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <DateInput {...field('first')} label={t(halfDay ? 'absence.onDay' : 'absence.firstDay')} today={today} />
        {!halfDay && <DateInput {...field('last')} label={t('absence.lastDay')} today={today} />}
        {mode === 'times' && (
          <>
            <TextInput {...field('fromTime')} label={t('absence.fromTime')} help={t('absence.timeHelp')} />
            <TextInput {...field('untilTime')} label={t('absence.untilTime')} help={t('absence.timeHelp')} />
          </>
        )}
      </div>
    </>
  );
}
