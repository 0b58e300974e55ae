import { useLanguage } from '../../shared/i18n/translate';
import { formatDay } from '../../shared/wareki/format';

/** The days of an assignment. */
export function PeriodWords({ from, to }: { from: string; to: string | null }) {
  const { t, locale } = useLanguage();
  const first = formatDay(from, locale);
  if (to === null) return t('organisation.since', { from: first });
  return t('organisation.span', { from: first, to: formatDay(to, locale) });
}
