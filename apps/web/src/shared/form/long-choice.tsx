import { fittingOptions } from './fitting-options';
import { PickBox } from './pick-box';
import { useT } from '../i18n/translate';
import type { ChoiceProps } from './choice-props';

/** Many choices: type a part of the words or of the reading. What is no choice stays in the input, and is said. */
export function LongChoice<V extends string>({ value, options, onChange, ...props }: ChoiceProps<V>) {
  const t = useT();
  const chosen = options.find((option) => option.value === value);
  const typed = chosen?.label ?? value;
  const items = fittingOptions(options, chosen ? '' : typed).map((option) => ({
    ...option,
    id: option.value,
    words: option.label,
  }));
  return (
    <PickBox
      {...props}
      items={items}
      typed={typed}
      chosen={chosen?.value ?? null}
      none={t('form.noChoice')}
      onType={(text) => {
        if (text !== typed) onChange((options.find(({ label }) => label === text.trim())?.value ?? text) as V);
      }}
      onChoose={(option) => onChange(option.value)}
    >
      {(option) => <span>{option.label}</span>}
    </PickBox>
  );
}
