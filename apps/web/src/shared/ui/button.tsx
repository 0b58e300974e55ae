import type { ComponentProps } from 'react';
import { cx } from './class-names';

export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'link' | 'quiet';

const base = 'touch-target inline-flex items-center justify-center gap-1 rounded-8 font-bold';
const looks: Readonly<Record<ButtonLook, string>> = {
  primary:
    'bg-key-900 text-white hover:bg-key-1000 border border-key-900 px-4 py-2 disabled:bg-solid-gray-536 disabled:border-solid-gray-536',
  secondary:
    'border border-key-900 bg-white px-4 py-2 text-key-900 hover:bg-key-50 disabled:border-solid-gray-536 disabled:text-solid-gray-536',
  danger:
    'border border-vermilion bg-white px-4 py-2 text-vermilion hover:bg-red-50 disabled:border-solid-gray-536 disabled:text-solid-gray-536',
  link: 'px-2 py-1 text-key-900 underline underline-offset-4 hover:text-key-1000 disabled:text-solid-gray-536',
  quiet:
    'border border-solid-gray-536 bg-white px-2 py-1 text-ink hover:bg-solid-gray-50 font-normal disabled:text-solid-gray-536',
};

/** The look of a button for links that act like one. */
export const buttonClass = (look: ButtonLook = 'secondary', extra?: string): string => cx(base, looks[look], extra);

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
}

export function Button({ look = 'secondary', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}
