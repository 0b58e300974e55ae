import { Link } from '@tanstack/react-router';
import { inboxViews, useInboxCounts, useNextDue, type InboxConditions } from '../../shared/api/inbox';
import { useLanguage } from '../../shared/i18n/translate';
import { formatDay } from '../../shared/wareki/format';
import { isNarrowed } from './inbox-search';

/** The nearest day by which something that waits is wanted. */
function NextDeadline() {
  const { t, locale } = useLanguage();
  const { data: next } = useNextDue();
  if (!next?.dueOn) return null;
  return (
    <p className="text-13">
      <Link to="/documents/$id" params={{ id: next.documentId }} className="text-key-900 underline">
        {t('inbox.nextDue', { day: formatDay(next.dueOn, locale), title: next.title })}
      </Link>
    </p>
  );
}

/** Nothing waits in this view: says so, where something does, and what is due next. */
export default function EmptyInbox({ conditions }: { conditions: InboxConditions }) {
  const { t } = useLanguage();
  const { view } = conditions;
  const counts = useInboxCounts();
  const { data } = counts;
  const next = data && inboxViews.find((name) => name !== view && name !== 'all' && data[name] > 0);
  if (isNarrowed(conditions))
    return (
      <div className="flex flex-col gap-2 p-6 text-center">
        <p>{t('inbox.noneFit')}</p>
        <p className="text-13">
          <Link to="/inbox" search={{ view }} className="text-key-900 underline">
            {t('inbox.widen')}
          </Link>
        </p>
      </div>
    );
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
      {view !== 'all' && <NextDeadline />}
    </div>
  );
}
