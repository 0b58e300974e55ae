import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { InboxConditions } from '../../shared/api/inbox';
import { useRemoveView, useSavedViews, type SavedView } from '../../shared/api/saved-views';
import { useT } from '../../shared/i18n/translate';
import { cx } from '../../shared/ui/class-names';
import { conditionsOf, sameConditions } from './inbox-search';

function SavedLine({ saved, current }: { saved: SavedView; current: InboxConditions }) {
  const t = useT();
  const remove = useRemoveView();
  const search = conditionsOf({ ...saved.conditions });
  const here = sameConditions(search, current);
  return (
    <li className="flex items-center">
      <Link
        to="/inbox"
        search={search}
        activeOptions={{ exact: true }}
        aria-current={here ? 'page' : undefined}
        className={cx(
          'touch-target flex min-w-0 flex-1 items-center justify-between gap-2 rounded-8 px-2 py-1 text-ink hover:bg-key-50',
          here && 'bg-key-100 font-bold text-key-900',
        )}
      >
        <span className="min-w-0 break-words">
          {saved.name}
          {saved.sectionName && <span className="block text-12 font-normal text-quiet">{saved.sectionName}</span>}
        </span>
        <span className="tabular-nums">{saved.count}</span>
      </Link>
      {saved.allowed.includes('remove') && (
        <button
          type="button"
          disabled={remove.isPending}
          onClick={() => remove.mutate(saved.id)}
          aria-label={t('inbox.removeView', { name: saved.name })}
          className="touch-target size-7 rounded-4 text-quiet hover:bg-solid-gray-100"
        >
          ×
        </button>
      )}
    </li>
  );
}

/** Saved views, with how many rows each has now. */
function SavedViews({ current }: { current: InboxConditions }) {
  const t = useT();
  const saved = useSavedViews();
  const items = saved.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <nav aria-label={t('inbox.savedViews')} className="p-2">
      <h2 className="px-2 py-2 text-13 font-normal">{t('inbox.savedViews')}</h2>
      <ul className="flex flex-col gap-x-1">
        {items.map((one) => (
          <SavedLine key={one.id} saved={one} current={current} />
        ))}
      </ul>
    </nav>
  );
}

export default memo(SavedViews);
