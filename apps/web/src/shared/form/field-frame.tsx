import type { ReactNode } from 'react';
import { useT } from '../i18n/translate';
import { cx } from '../ui/class-names';

interface FieldFrameProps {
  id: string;
  label: string;
  required?: boolean;
  help?: ReactNode;
  error?: string | undefined;
  /** What the machine understood of what was typed. */
  echo?: ReactNode;
  children: ReactNode;
  /** A group of inputs has a legend instead of a label. */
  group?: boolean;
}

export const inputClass = (invalid: boolean, extra?: string) =>
  cx(
    'w-full min-w-0 rounded-8 border bg-white px-3 py-2 text-16',
    invalid ? 'border-2 border-vermilion' : 'border-solid-gray-600',
    extra,
  );

/** An input that fills a cell of a table. */
export const cellClass = (invalid: boolean, extra?: string) =>
  cx(
    'w-full min-w-0 bg-white px-2 py-1.5 text-14 touch-target',
    extra,
    invalid && 'outline-2 -outline-offset-2 outline-vermilion',
  );

/** Ids that describe an input, for aria-describedby. */
export const describedBy = (id: string, help: unknown, error: unknown) =>
  [help ? `${id}-help` : '', error ? `${id}-error` : '', `${id}-echo`].filter(Boolean).join(' ');

/** Label, requirement, help, reading and error around an input, the same everywhere. */
export function FieldFrame({ id, label, required, help, error, echo, children, group }: FieldFrameProps) {
  const t = useT();
  const caption = (
    <>
      {label} {required && <span className="text-13 font-normal text-vermilion">{t('form.required')}</span>}
    </>
  );
  const inner = (
    <>
      {help && (
        <p id={`${id}-help`} className="text-13 text-quiet">
          {help}
        </p>
      )}
      {children}
      <p id={`${id}-echo`} className="text-13 empty:hidden">
        {echo}
      </p>
      {error && (
        <p id={`${id}-error`} className="text-13 font-bold text-vermilion">
          {error}
        </p>
      )}
    </>
  );
  if (group) {
    return (
      <fieldset id={id} tabIndex={-1} className="flex min-w-0 flex-col gap-1">
        <legend className="mb-1 font-bold">{caption}</legend>
        {inner}
      </fieldset>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-bold">
        {caption}
      </label>
      {inner}
    </div>
  );
}
