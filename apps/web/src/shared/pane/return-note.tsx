import type { Approval } from '../api/types';
import { useLanguage } from '../i18n/translate';
import { formatDay, townDay } from '../wareki/format';

interface ReturnNoteProps {
  lastReturn: Approval['lastReturn'];
  /** The drafter's answer. */
  note?: string | null;
}

/** Why the document came back, and the drafter's answer under it. */
export function ReturnNote({ lastReturn, note = null }: ReturnNoteProps) {
  const { t, locale } = useLanguage();
  if (!lastReturn && !note) return null;
  return (
    <div className="rounded-8 border-l-4 border-orange-900 bg-orange-50 px-3 py-2">
      {lastReturn && (
        <p>
          <b>{t('changes.returned', { who: `${lastReturn.byTitle} ${lastReturn.byName}` })}</b>{' '}
          <span className="text-13 text-quiet">{formatDay(townDay(lastReturn.at), locale)}</span>
          <br />
          <span className="whitespace-pre-wrap">{lastReturn.comment}</span>
        </p>
      )}
      {note && (
        <p className="mt-1">
          <b>{t('changes.answer')}</b> <span className="whitespace-pre-wrap">{note}</span>
        </p>
      )}
    </div>
  );
}
