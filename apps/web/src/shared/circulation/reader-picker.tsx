import { useState } from 'react';
import { useReadingCandidates, type CandidateSection, type ReaderWish } from '../api/circulations';
import { useT } from '../i18n/translate';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';

export type Chosen = ReadonlyMap<string, ReaderWish>;

interface ReaderPickerProps {
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  /** Already asked: not offered again. */
  taken?: readonly string[];
}

const matches = (text: string, words: string) => text.normalize('NFKC').includes(words.normalize('NFKC').trim());

function filtered(sections: readonly CandidateSection[], words: string, taken: readonly string[]) {
  return sections
    .map((section) => ({
      ...section,
      people: section.people.filter(
        (one) =>
          !taken.includes(one.staffNo) && matches(`${section.name}${one.name}${one.kana}${one.postTitle}`, words),
      ),
    }))
    .filter((section) => section.people.length > 0);
}

/** People by section, found by name, reading, post or section; each asked to read or free to. */
export function ReaderPicker({ chosen, onChange, taken = [] }: ReaderPickerProps) {
  const t = useT();
  const [words, setWords] = useState('');
  const candidates = useReadingCandidates();
  if (candidates.error) return <ProblemNote error={candidates.error} onRetry={() => void candidates.refetch()} />;
  if (!candidates.data) return <Loading />;
  const set = (code: string, wish: ReaderWish | null) => {
    const next = new Map(chosen);
    if (wish) next.set(code, wish);
    else next.delete(code);
    onChange(next);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-bold">{t('circ.choose')}</legend>
      <input
        type="text"
        inputMode="search"
        aria-label={t('circ.filter')}
        placeholder={t('circ.filter')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        className="rounded-8 border border-solid-gray-600 px-3 py-1.5"
      />
      <div
        className="max-h-72 overflow-y-auto rounded-8 border border-line p-2"
        tabIndex={0}
        role="group"
        aria-label={t('circ.choose')}
      >
        {filtered(candidates.data.sections, words, taken).map((section) => (
          <section key={section.code} aria-label={section.name} className="mb-2">
            <h3 className="text-13 text-quiet">{section.name}</h3>
            <ul>
              {section.people.map((one) => {
                const wish = chosen.get(one.staffNo);
                return (
                  <li key={one.postCode} className="flex flex-wrap items-center gap-x-4">
                    <label className="touch-target flex items-center gap-2 py-1">
                      <input
                        type="checkbox"
                        checked={wish !== undefined}
                        onChange={(event) =>
                          set(
                            one.staffNo,
                            event.target.checked ? { kind: 'person', code: one.staffNo, required: true } : null,
                          )
                        }
                      />
                      {one.name} <span className="text-13 text-quiet">{one.postTitle}</span>
                    </label>
                    {wish && (
                      <label className="touch-target flex items-center gap-2 py-1 text-13">
                        <input
                          type="checkbox"
                          checked={wish.required}
                          onChange={(event) => set(one.staffNo, { ...wish, required: event.target.checked })}
                        />
                        {t('circ.required')} <span className="sr-only">{one.name}</span>
                      </label>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
      <p role="status" className="text-13">
        {t('circ.chosen', { n: chosen.size })}
      </p>
    </fieldset>
  );
}
