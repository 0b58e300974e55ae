import { useId } from 'react';

interface SecretFieldProps {
  label: string;
  value: string;
  autoComplete: 'current-password' | 'new-password' | 'one-time-code';
  help?: string;
  onChange: (value: string) => void;
}

/** A password is hidden, a code of one use is not; both may be pasted (WCAG 3.3.8). */
export function SecretField({ label, value, autoComplete, help, onChange }: SecretFieldProps) {
  const id = useId();
  const code = autoComplete === 'one-time-code';
  return (
    <label className="flex flex-col gap-1 font-bold">
      {label}
      {help && (
        <span id={id} className="text-13 font-normal text-quiet">
          {help}
        </span>
      )}
      <input
        className="w-full rounded-8 border border-solid-gray-600 px-3 py-2 text-16"
        type={code ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={help ? id : undefined}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
