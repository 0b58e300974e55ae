import { Link } from '@tanstack/react-router';
import type { HoldLine } from '../api/holds';
import { useLanguage } from '../i18n/translate';
import { Chip } from '../ui/chip';
import { formatDay } from '../wareki/format';

/** 廃棄保留 that cover a file or a document: why, by whom, until when. */
export function HoldMarks({ holds }: { holds: readonly HoldLine[] }) {
  const { t, locale } = useLanguage();
  if (holds.length === 0) return null;
  return (
    <ul aria-label={t('holds.mark')} className="flex flex-col gap-1 border-l-4 border-vermilion bg-red-50 px-3 py-2">
      {holds.map((hold) => (
        <li key={hold.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Chip tone="urgent">{t('holds.mark')}</Chip>
          <Link to="/holds/$id" params={{ id: hold.id }} className="touch-target font-bold text-key-900 underline">
            {t(`holds.ground.${hold.ground}`)}
          </Link>
          <span>
            {t('holds.markLine', {
              caseNo: hold.caseNo ?? '',
              name: hold.placedByName,
              until: hold.endsOn ? t('holds.until', { day: formatDay(hold.endsOn, locale) }) : t('holds.untilReleased'),
            })}
          </span>
          <span className="w-full text-13">{hold.reason}</span>
        </li>
      ))}
    </ul>
  );
}

/** The same in a row of a list. */
export function HoldChip({ hold }: { hold: HoldLine | null }) {
  const { t, locale } = useLanguage();
  if (!hold) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-13">
      <Chip tone="urgent">{t('holds.mark')}</Chip>
      {t(`holds.ground.${hold.ground}`)} {hold.caseNo}{' '}
      {hold.endsOn ? t('holds.until', { day: formatDay(hold.endsOn, locale) }) : t('holds.untilReleased')}
    </span>
  );
}
