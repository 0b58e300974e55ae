import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { formatDay, townDay, townTime } from '../../shared/wareki/format';
import type { KeptText } from './use-unsaved';

/** Says that what had not reached the server is there again, or waits to be taken. */
export function UnsavedNote({ kept }: { kept: KeptText }) {
  const { t, locale } = useLanguage();
  const time = `${formatDay(townDay(kept.at), locale)} ${townTime(kept.at)}`;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 rounded-8 border-l-4 border-key-900 bg-key-50 px-3 py-2"
    >
      <p className="min-w-0 flex-1 basis-60">{t(`draft.unsaved.${kept.kind}`, { time })}</p>
      {kept.kind === 'offered' && <Button onClick={kept.use}>{t('draft.unsaved.use')}</Button>}
      <Button look="quiet" onClick={kept.leave}>
        {t('draft.unsaved.leave')}
      </Button>
    </div>
  );
}
