import { useState } from 'react';
import { usePeople } from '../../shared/api/people';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { useDebounced } from '../../shared/ui/use-debounced';

/** Finds people by name, reading, number, title or unit. */
export function PersonSearch({ onPerson }: { onPerson: (staffNo: string) => void }) {
  const t = useT();
  const [words, setWords] = useState('');
  const sought = useDebounced(words.trim(), 300);
  const found = usePeople(sought);
  const items = sought === '' ? [] : (found.data?.items ?? []);
  return (
    <div className="flex flex-col gap-2">
      <TextInput
        id="person-words"
        label={t('organisation.find')}
        help={t('organisation.findHelp')}
        value={words}
        onChange={setWords}
      />
      {sought !== '' && found.data && items.length === 0 && <p role="status">{t('organisation.notFound')}</p>}
      {items.length > 0 && (
        <ul className="flex flex-col rounded-8 border border-line bg-white">
          {items.map(({ staffNo, name, kana, postTitle, unitName }) => (
            <li key={staffNo} className="border-b border-line last:border-b-0">
              <button
                type="button"
                className="touch-target w-full px-3 py-1.5 text-left hover:bg-solid-gray-50"
                onClick={() => onPerson(staffNo)}
              >
                <b>{name}</b> <span className="text-13 text-quiet">{kana}</span> {unitName} {postTitle}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
