import { useLanguage } from '../../shared/i18n/translate';
import { formatDay } from '../../shared/wareki/format';
import { endsOf } from './month';

interface Span {
  readonly from: string;
  readonly until: string;
}

/** How a span of time is written: days, with times only where they say something. */
export function useSpanWords(): (span: Span) => string {
  const { locale } = useLanguage();
  return (span) => {
    const { first, last, fromTime, untilTime } = endsOf(span);
    const begin = [formatDay(first, locale), fromTime].filter(Boolean).join(' ');
    if (first === last && !fromTime && !untilTime) return begin;
    const until = untilTime ?? (fromTime ? '24:00' : null);
    const end = first === last ? until : [formatDay(last, locale), until].filter(Boolean).join(' ');
    return `${first === last && !fromTime ? `${begin} 0:00` : begin} – ${end}`;
  };
}
