import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { addressOf, type useSavedSearchChange } from '../../shared/api/saved-searches';
import type { SavedSearch } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { archiveSearch } from './archive-search';

type Change = ReturnType<typeof useSavedSearchChange>;

function Rename({ saved, change }: { saved: SavedSearch; change: Change }) {
  const t = useT();
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (name !== '' && name !== saved.name) change.mutate({ act: 'change', id: saved.id, name });
  };
  return (
    <form onSubmit={rename} className="flex items-center gap-1">
      <input
        name="name"
        aria-label={t('saved.newName', { name: saved.name })}
        defaultValue={saved.name}
        maxLength={60}
        className="touch-target w-40 rounded-4 border border-solid-gray-600 px-2 py-1"
      />
      <Button type="submit" look="quiet">
        {t('saved.rename')}
      </Button>
    </form>
  );
}

/** What the person may do with a saved search; the server says what that is. */
function Deeds({ saved, change }: { saved: SavedSearch; change: Change }) {
  const t = useT();
  const may = (act: SavedSearch['allowed'][number]) => saved.allowed.includes(act);
  const acts = [
    ...(['subscribe', 'unsubscribe'] as const).filter(may),
    ...(may('change') && saved.unitCode !== null ? (['unshare'] as const) : []),
    ...(may('delete') ? (['delete'] as const) : []),
  ];
  return (
    <>
      {may('change') && <Rename saved={saved} change={change} />}
      {acts.map((act) => (
        <Button
          key={act}
          look="quiet"
          onClick={() =>
            change.mutate(act === 'unshare' ? { act: 'change', id: saved.id, unitCode: null } : { act, id: saved.id })
          }
        >
          {t(`saved.${act}`)}
        </Button>
      ))}
    </>
  );
}

interface SavedLineProps {
  saved: SavedSearch;
  change: Change;
  onUp: (() => void) | null;
  onOpen: () => void;
}

/** One saved search: the way to it, and what the person may do with it. */
export function SavedLine({ saved, change, onUp, onOpen }: SavedLineProps) {
  const t = useT();
  return (
    <li className="flex flex-col gap-1 border-b border-line py-2">
      <div className="flex flex-wrap items-center gap-2">
        <Link
          to="/search"
          search={archiveSearch(addressOf(saved))}
          onClick={onOpen}
          className="touch-target min-w-0 flex-1 font-bold text-key-900 underline"
        >
          {saved.name}
        </Link>
        <span className="text-13 text-quiet">
          {saved.unitName === null
            ? t('saved.private')
            : t('saved.sharedBy', { unit: saved.unitName, name: saved.ownerName })}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {onUp && (
          <Button look="quiet" aria-label={t('saved.up', { name: saved.name })} onClick={onUp}>
            ↑
          </Button>
        )}
        <Deeds saved={saved} change={change} />
      </div>
    </li>
  );
}
