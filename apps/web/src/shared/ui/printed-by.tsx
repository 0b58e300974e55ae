import { useMe } from '../api/session';
import { useLanguage } from '../i18n/translate';
import { formatDay } from '../wareki/format';

/** On paper only: when it was printed, and by whom. */
export function PrintedBy() {
  const { t, locale } = useLanguage();
  const me = useMe();
  return (
    <p className="hidden text-13 print:block">
      {t('common.printedBy', { day: formatDay(me.today, locale), name: me.name })}
    </p>
  );
}
