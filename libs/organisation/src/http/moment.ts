import { parseLocalDate } from '@fubako/kernel';
import { type ValidationOptions, registerDecorator } from 'class-validator';

const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** An instant with its offset, e.g. `2026-06-10T13:00:00+09:00`; without one nobody could tell which instant it is. */
export function Moment(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyKey) => {
    registerDecorator({
      name: 'moment',
      target: target.constructor,
      propertyName: String(propertyKey),
      ...(options ? { options } : {}),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isMoment(value),
        defaultMessage: () => '$property: YYYY-MM-DDThh:mm+09:00',
      },
    });
  };
}

function isMoment(value: string): boolean {
  const day = MOMENT.exec(value)?.[1];
  return day !== undefined && parseLocalDate(day) !== null && day >= '1900' && day < '2300';
}
