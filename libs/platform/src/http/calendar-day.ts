import { parseLocalDate } from '@fubako/kernel';
import { type ValidationOptions, registerDecorator } from 'class-validator';

/** First and last year that the product reckons with: 明治 begins in 1868. */
const YEARS = { first: '1868', last: '9998' };

/** A day that the calendar has, written `YYYY-MM-DD`. */
export function CalendarDay(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyKey) => {
    registerDecorator({
      name: 'calendarDay',
      target: target.constructor,
      propertyName: String(propertyKey),
      ...(options ? { options } : {}),
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && parseLocalDate(value) !== null && value >= YEARS.first && value < YEARS.last,
        defaultMessage: () => '$property: YYYY-MM-DD',
      },
    });
  };
}
