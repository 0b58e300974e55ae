import { useId, useState } from 'react';
import { useSearch } from '../api/search';
import { useT } from '../i18n/translate';
import { useDebounced } from '../ui/use-debounced';
import { inputClass } from './field-frame';

const shown = 8;

interface DocumentPickerProps {
  label: string;
  help: string;
  value: string | null;
  onChange: (documentId: string | null) => void;
}

/** A decided document by its number or by words of its title. */
export function DocumentPicker({ label, help, value, onChange }: DocumentPickerProps) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const words = useDebounced(typed.trim(), 250);
  const found = useSearch({ q: words });
  const hits = words === '' ? [] : (found.data?.pages[0]?.items ?? []).filter(({ number }) => number).slice(0, shown);
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-bold">
        {label}
      </label>
      <p id={`${id}-help`} className="text-13 text-quiet">
        {help}
      </p>
      <input
        id={id}
        type="text"
        inputMode="search"
        autoComplete="off"
        aria-describedby={`${id}-help`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(null);
        }}
        className={inputClass(false)}
      />
      {words !== '' && found.data && hits.length === 0 && <p role="status">{t('picker.noDocument')}</p>}
      {hits.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="sr-only">{label}</legend>
          {hits.map((hit) => (
            <label key={hit.documentId} className="touch-target flex items-start gap-2 rounded-4 px-1 hover:bg-key-50">
              <input
                type="radio"
                name={id}
                className="mt-1"
                checked={value === hit.documentId}
                onChange={() => onChange(hit.documentId)}
              />
              <span>
                <b>{hit.number}</b> {hit.title}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
