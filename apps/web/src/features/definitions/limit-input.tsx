import { useState } from 'react';
import { useT } from '../../shared/i18n/translate';
import { readLimit } from './limits';

interface LimitInputProps {
  label: string;
  value: unknown;
  /** Null where there is no bound. */
  onChange: (value: number | null) => void;
}

/** A bound: a number, or nothing. What is no number stays in the input and says so. */
export function LimitInput({ label, value, onChange }: LimitInputProps) {
  const t = useT();
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '');
  const isBad = typed.trim() !== '' && readLimit(typed) === null;
  return (
    <label className="flex min-w-0 flex-col gap-1 font-bold">
      {label}
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        aria-invalid={isBad}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readLimit(event.target.value));
        }}
        className="w-full min-w-0 rounded-8 border border-solid-gray-600 bg-white px-3 py-2 font-normal"
      />
      {isBad && <span className="text-13 text-vermilion">{t('definitions.badNumber')}</span>}
    </label>
  );
}
