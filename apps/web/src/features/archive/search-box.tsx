import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useSuggestions } from '../../shared/api/titles';
import { useT } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/keys/shortcuts';
import { Button } from '../../shared/ui/button';
import { useDebounced } from '../../shared/ui/use-debounced';
import { withCondition, type ArchiveSearch } from './archive-search';

/** One box for words, numbers, names, "phrases" and -exclusions. Only the form's submit searches, so an IME's Enter does not. */
export function SearchBox({ search }: { search: ArchiveSearch }) {
  const t = useT();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const suggestions = useSuggestions(useDebounced(typed.trim(), 250));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!search.q) input.current?.focus();
    // Only when the screen opens: later the focus is the person's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useShortcuts([{ keys: ['/'], label: 'key.searchBox', run: () => input.current?.select() }]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/search', search: withCondition(search, 'q', input.current?.value.trim() ?? '') });
  };
  return (
    <form role="search" onSubmit={submit} className="flex shrink-0 gap-2 border-b border-line bg-desk px-4 py-2">
      <input
        ref={input}
        key={search.q ?? ''}
        type="text"
        inputMode="search"
        aria-label={t('search.box')}
        placeholder={t('search.placeholder')}
        defaultValue={search.q ?? ''}
        list="search-suggestions"
        onChange={(event) => setTyped(event.target.value)}
        className="min-w-0 flex-1 rounded-8 border-2 border-key-900 bg-white px-4 py-2 text-16"
      />
      <datalist id="search-suggestions">
        {suggestions.data?.map(({ kind, text }) => (
          <option key={`${kind}${text}`} value={text}>
            {t(`suggestion.${kind}`)}
          </option>
        ))}
      </datalist>
      <Button type="submit" look="primary">
        {t('search.do')}
      </Button>
    </form>
  );
}
