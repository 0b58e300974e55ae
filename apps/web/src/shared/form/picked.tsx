import { useState } from 'react';
import { inputClass } from './field-frame';

/** What is ticked in a list. */
export function useTicks() {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  return {
    ticked,
    has: (id: string) => ticked.includes(id),
    toggle: (id: string) => setTicked((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id])),
    set: setTicked,
  };
}

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: () => void;
}

/** The tick before a row; its label is spoken only. */
export function RowTick({ label, checked, disabled = false, onChange }: TickProps) {
  return (
    <label className="touch-target inline-flex items-center justify-center pr-2">
      <input type="checkbox" className="size-6 shrink-0" aria-label={label} {...{ checked, disabled, onChange }} />
    </label>
  );
}

/** A tick with its sentence beside it. */
export function LabelledTick({ label, checked, disabled = false, onChange }: TickProps) {
  return (
    <label className="touch-target flex items-center gap-2">
      <input type="checkbox" className="size-5" {...{ checked, disabled, onChange }} />
      {label}
    </label>
  );
}

interface SelectProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [V, string])[];
  readonly onChange: (value: V) => void;
  /** The label stands above the choice, as in forms, or before it, as in filters. */
  readonly above?: boolean;
}

/** A choice among few. */
export function SelectInput<V extends string>({ label, value, options, onChange, above = false }: SelectProps<V>) {
  return (
    <label className={above ? 'flex flex-col gap-1 font-bold' : 'flex items-center gap-2'}>
      {label}
      <select
        value={value}
        onChange={(event) => onChange(event.target.value as V)}
        className={
          above
            ? inputClass(false, 'font-normal')
            : 'touch-target rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5'
        }
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
