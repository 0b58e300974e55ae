import { useState, type FormEvent } from 'react';
import { useSavedSearchChange, useSavedSearches } from '../../shared/api/saved-searches';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { conditionsOf, isAsked, type ArchiveSearch } from './archive-search';
import { SavedLine } from './saved-line';

interface SaveFormProps {
  search: ArchiveSearch;
  units: readonly { code: string; name: string }[];
  change: ReturnType<typeof useSavedSearchChange>;
}

/** Name and reach of what is to be kept. */
function SaveForm({ search, units, change }: SaveFormProps) {
  const t = useT();
  const [name, setName] = useState(search.q ?? '');
  const [unit, setUnit] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const unitCode = unit === '' ? null : unit;
    if (name.trim() !== '')
      change.mutate({ act: 'save', name: name.trim(), conditions: conditionsOf(search), unitCode });
  };
  return (
    <form onSubmit={save} className="flex flex-wrap items-end gap-2">
      <label className="flex min-w-48 flex-1 flex-col gap-1">
        <span className="font-bold">{t('saved.name')}</span>
        <input
          autoFocus
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
          className="touch-target rounded-8 border border-solid-gray-600 px-2 py-2"
        />
      </label>
      <label className="flex flex-col gap-1">
        <span className="font-bold">{t('saved.share')}</span>
        <select
          value={unit}
          onChange={(event) => setUnit(event.target.value)}
          className="touch-target rounded-8 border border-solid-gray-600 bg-white px-2 py-2"
        >
          <option value="">{t('saved.private')}</option>
          {units.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" look="primary" disabled={change.isPending}>
        {t('saved.save')}
      </Button>
    </form>
  );
}

/** Keeps the conditions under a name, private or shared with a unit, and lists what is kept. */
export default function SaveDialog({ search, onClose }: { search: ArchiveSearch; onClose: () => void }) {
  const t = useT();
  const list = useSavedSearches();
  const change = useSavedSearchChange();
  const items = list.data?.items ?? [];
  const up = (index: number) => {
    const ids = items.map(({ id }) => id);
    ids.splice(index - 1, 2, ids[index] ?? '', ids[index - 1] ?? '');
    change.mutate({ act: 'arrange', ids });
  };
  return (
    <SheetDialog title={t('saved.title')} onClose={onClose}>
      {isAsked(conditionsOf(search)) && <SaveForm search={search} units={list.data?.units ?? []} change={change} />}
      {change.error && <ProblemNote error={change.error} />}
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={3} />}
      {list.data && items.length === 0 && <p>{t('saved.none')}</p>}
      <ul aria-label={t('saved.title')}>
        {items.map((saved, index) => (
          <SavedLine
            key={`${saved.id}${saved.name}`}
            saved={saved}
            change={change}
            onUp={index > 0 ? () => up(index) : null}
            onOpen={onClose}
          />
        ))}
      </ul>
      <SheetFoot>
        <Button onClick={onClose}>{t('common.back')}</Button>
      </SheetFoot>
    </SheetDialog>
  );
}
