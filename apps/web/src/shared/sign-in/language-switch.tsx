import { useQueryClient } from '@tanstack/react-query';
import { chooseTongue, type Locale } from '../i18n/locale';
import { useLanguage } from '../i18n/translate';
import { cx } from '../ui/class-names';

/** Japanese or English; each is named in its own language. What the server words anew is read again. */
export function LanguageSwitch() {
  const { t, locale } = useLanguage();
  const client = useQueryClient();
  const choose = (wanted: Locale) => {
    chooseTongue(wanted);
    void client.invalidateQueries();
  };
  return (
    <div role="group" aria-label={t('language.label')} className="flex text-13">
      {(['ja', 'en'] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === locale}
          onClick={() => choose(one)}
          className={cx(
            'touch-target min-h-6 border border-solid-gray-536 px-2 first:rounded-l-8 last:rounded-r-8',
            one === locale ? 'bg-key-900 font-bold text-white' : 'bg-white',
          )}
        >
          {t(`language.${one}`)}
        </button>
      ))}
    </div>
  );
}
