import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { cx } from '../ui/class-names';
import { later } from '../ui/later';
import { FieldFrame, inputClass } from './field-frame';
import { Loading } from '../ui/loading';
import { type ChoiceProps, isLong } from './choice-props';

// Boxes to type in bring a library of their own.
const LongChoice = later(async () => ({ default: (await import('./long-choice')).LongChoice }), <Loading lines={2} />);

/** Up to five choices stand side by side; more are a box to type in. */
export function ChoiceInput<V extends string>({ onChange, onBlur, ...props }: ChoiceProps<V>) {
  const { id, value, options } = props;
  if (isLong(options))
    return <LongChoice {...props} onChange={(chosen) => onChange(chosen as V)} {...(onBlur && { onBlur })} />;
  return (
    <FieldFrame {...props} group>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'touch-target flex items-center gap-2 rounded-8 border px-3 py-1.5 has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-black',
              option.value === value
                ? 'border-key-900 bg-key-50 font-bold text-key-900'
                : 'border-solid-gray-600 bg-white',
            )}
          >
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onBlur={onBlur}
              onChange={() => onChange(option.value)}
              className="focus-visible:shadow-none"
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

interface ListProps {
  id: string;
  label: string;
  value: readonly string[];
  required?: boolean;
  help?: string | null;
  error?: string | undefined;
  onChange: (value: readonly string[]) => void;
  onBlur?: () => void;
}

/** A list of lines; several lines pasted at once become several entries. */
export function ListInput({ value, onChange, onBlur, ...props }: ListProps) {
  const t = useT();
  const lines = value.length > 0 ? value : [''];
  const replace = (at: number, ...texts: string[]) =>
    onChange([...lines.slice(0, at), ...texts, ...lines.slice(at + 1)]);
  return (
    <FieldFrame {...props} group>
      <ol className="flex flex-col gap-2">
        {lines.map((line, at) => (
          <li key={at} className="flex gap-2">
            <input
              type="text"
              aria-label={t('form.listEntry', { label: props.label, n: at + 1 })}
              value={line}
              onBlur={onBlur}
              className={inputClass(Boolean(props.error))}
              onChange={(event) => replace(at, event.target.value)}
              onPaste={(event) => {
                const pasted = event.clipboardData
                  .getData('text')
                  .split(/\r?\n/u)
                  .filter((text) => text.trim() !== '');
                if (pasted.length < 2) return;
                event.preventDefault();
                replace(at, ...pasted);
              }}
            />
            <Button
              look="quiet"
              aria-label={t('form.removeEntry', { label: props.label, n: at + 1 })}
              onClick={() => onChange(lines.filter((_, index) => index !== at))}
            >
              {t('form.remove')}
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button look="quiet" onClick={() => onChange([...lines, ''])}>
          {t('form.addEntry')}
        </Button>
      </div>
    </FieldFrame>
  );
}
