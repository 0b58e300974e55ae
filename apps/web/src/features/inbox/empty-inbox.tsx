import { Link } from '@tanstack/react-router';
import { inboxViews, useInboxCounts, type InboxView } from '../../shared/api/inbox';
import { useT } from '../../shared/i18n/translate';

/** Nothing waits in this view: says so, and where something does. */
export function EmptyInbox({ view }: { view: InboxView }) {
  const t = useT();
  const counts = useInboxCounts();
  const { data } = counts;
  const next = data && inboxViews.find((name) => name !== view && name !== 'all' && data[name] > 0);
  return (
    <div className="flex flex-col gap-2 p-6 text-center">
      <p>{t(`inbox.empty.${view}`)}</p>
      {data && next && (
        <p className="text-13">
          <Link to="/inbox" search={{ view: next }} className="text-key-900 underline">
            {t('inbox.next', { view: t(`view.${next}`), n: data[next] })}
          </Link>
        </p>
      )}
      {data && !next && <p className="text-13 text-quiet">{t('inbox.nothingElse')}</p>}
    </div>
  );
}
