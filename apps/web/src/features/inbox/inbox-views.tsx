import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { inboxViews, useInboxCounts, type InboxView } from '../../shared/api/inbox';
import { useT } from '../../shared/i18n/translate';
import { cx } from '../../shared/ui/class-names';

function Views({ view, row = false }: { view: InboxView; row?: boolean }) {
  const t = useT();
  const counts = useInboxCounts();
  return (
    <nav aria-label={t('inbox.views')} className={row ? 'min-w-0' : 'p-2'}>
      {!row && <h2 className="px-2 py-2 text-13 font-normal">{t('nav.inbox')}</h2>}
      <ul className={cx('flex gap-x-1', row ? 'flex-wrap' : 'flex-col')}>
        {inboxViews.map((name) => (
          <li key={name}>
            <Link
              to="/inbox"
              search={{ view: name }}
              aria-current={name === view ? 'page' : undefined}
              className={cx(
                'touch-target flex items-center justify-between gap-2 rounded-8 px-2 py-1 text-ink hover:bg-key-50',
                name === view && 'bg-key-100 font-bold text-key-900',
              )}
            >
              {t(`view.${name}`)} <span className="tabular-nums">{counts.data?.[name] ?? ''}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The views of the inbox with their counts; each is an address, and worked out anew only when they change. */
export const InboxViews = memo(Views);
