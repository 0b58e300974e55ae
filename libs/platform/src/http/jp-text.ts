import { lengthOf, textFault } from '@fubako/kernel';
import { type ValidationOptions, registerDecorator } from 'class-validator';

export interface JpTextOptions {
  /** Most characters as a person counts them (a kanji with its variation selector is one). */
  readonly max: number;
  readonly min?: number;
  readonly multiline?: boolean;
}

/**
 * Text that can be stored, hashed, printed and searched for thirty years. The stock `@Length` refuses names with
 * variation selectors and lets NUL and lone surrogates pass (reliability finding 10).
 */
export function JpText(limits: JpTextOptions, options?: ValidationOptions): PropertyDecorator {
  return (target, propertyKey) => {
    registerDecorator({
      name: 'jpText',
      target: target.constructor,
      propertyName: String(propertyKey),
      constraints: [limits],
      ...(options ? { options } : {}),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && faultOf(value, limits) === null,
        defaultMessage: (args) => (typeof args?.value === 'string' ? (faultOf(args.value, limits) ?? 'text') : 'text'),
      },
    });
  };
}

/** `too-long:200`, `too-short:1`, `text:control-character`, or null. */
export function faultOf(value: string, { max, min = 0, multiline = false }: JpTextOptions): string | null {
  const fault = textFault(value, multiline);
  if (fault) return `text:${fault}`;
  const length = lengthOf(value);
  if (length > max) return `too-long:${max}`;
  return length < min ? `too-short:${min}` : null;
}
