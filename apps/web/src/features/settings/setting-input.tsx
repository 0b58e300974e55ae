import type { Setting } from '../../shared/api/settings';
import { FieldFrame } from '../../shared/form/field-frame';
import { LabelledTick } from '../../shared/form/picked';
import { NumberInput, TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Swatch } from './swatch';
import type { Typed } from './setting-draft';
import { optionKey, rangeWords } from './setting-words';

interface SettingInputProps {
  readonly setting: Setting;
  readonly typed: Typed;
  readonly error: string | undefined;
  readonly onChange: (typed: Typed) => void;
}

const id = 'setting-value';

interface RadiosProps extends Pick<SettingInputProps, 'error'> {
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}

function Radios({ error, value, options, onChoose }: RadiosProps) {
  const t = useT();
  return (
    <FieldFrame group id={id} label={t('settings.newValue')} error={error}>
      {options.map(([key, words]) => (
        <label key={key} className="touch-target flex items-center gap-2">
          <input
            type="radio"
            name={id}
            className="size-5"
            value={key}
            checked={key === value}
            onChange={() => onChoose(key)}
          />
          {words}
        </label>
      ))}
    </FieldFrame>
  );
}

function Ticks({ setting, ticked, error, onChange }: Omit<SettingInputProps, 'typed'> & { ticked: readonly string[] }) {
  const t = useT();
  return (
    <FieldFrame group id={id} label={t('settings.newValue')} error={error}>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {setting.shape.options.map((option) => (
          <LabelledTick
            key={option}
            label={t(optionKey(setting, option))}
            checked={ticked.includes(option)}
            onChange={() =>
              onChange(ticked.includes(option) ? ticked.filter((one) => one !== option) : [...ticked, option])
            }
          />
        ))}
      </div>
    </FieldFrame>
  );
}

/** The input that fits what a setting may hold. */
export function SettingInput({ setting, typed, error, onChange }: SettingInputProps) {
  const t = useT();
  const { kind, options } = setting.shape;
  if (typeof typed === 'boolean')
    return (
      <Radios
        error={error}
        value={String(typed)}
        options={[
          ['true', t('setting.yes')],
          ['false', t('setting.no')],
        ]}
        onChoose={(value) => onChange(value === 'true')}
      />
    );
  if (typeof typed !== 'string') return <Ticks setting={setting} ticked={typed} error={error} onChange={onChange} />;
  if (kind === 'choice')
    return (
      <Radios
        error={error}
        value={typed}
        options={options.map((option) => [option, t(optionKey(setting, option))])}
        onChoose={onChange}
      />
    );
  const props = { id, label: t('settings.newValue'), help: rangeWords(setting, t), error, value: typed, onChange };
  if (kind === 'number') return <NumberInput {...props} kind={setting.unit === 'yen' ? 'yen' : 'integer'} />;
  if (kind === 'texts')
    return <TextAreaInput {...props} rows={6} help={[t('settings.linesHelp'), props.help].filter(Boolean).join(' ')} />;
  return (
    <>
      <TextInput {...props} />
      {kind === 'colour' && <Swatch colour={typed.trim()} />}
    </>
  );
}
