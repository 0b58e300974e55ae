import { useLanguage } from '../i18n/translate';
import { formatDay, otherCalendar, townDay, townTime } from './format';

/** A day in the reader's calendar; in the other one for who points at it. @param on 'YYYY-MM-DD' */
export function Day({ on }: { on: string }) {
  const { locale } = useLanguage();
  return (
    <time dateTime={on} className="whitespace-nowrap" title={otherCalendar(on, locale)}>
      {formatDay(on, locale)}
    </time>
  );
}

/** The day and the minute of an instant in the town. */
export function Moment({ at }: { at: string }) {
  const { locale } = useLanguage();
  const day = townDay(at);
  return (
    <time dateTime={at} title={`${otherCalendar(day, locale)} ${townTime(at)}`}>
      <span className="whitespace-nowrap">{formatDay(day, locale)}</span> {townTime(at)}
    </time>
  );
}

/** The day an instant falls on in the town. */
export const DayOf = ({ at }: { at: string }) => <Day on={townDay(at)} />;
