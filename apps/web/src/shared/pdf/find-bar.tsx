import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useT, type Translate } from '../i18n/translate';
import { isComposing } from '../keys/match';
import { Button } from '../ui/button';
import type { Finding } from './use-find';

function outcome({ term, places, at, complete, hasText }: Finding, t: Translate): string {
  if (complete && !hasText) return t('pdf.find.noText');
  if (term.trim() === '') return '';
  if (places.length > 0)
    return t(complete ? 'pdf.find.count' : 'pdf.find.countSoFar', { n: at + 1, all: places.length });
  return t(complete ? 'pdf.find.none' : 'pdf.find.reading');
}

interface FindBarProps {
  finding: Finding;
  onClose: () => void;
}

/** ファイル内の検索: the word, how often it stands in the file, and the way from one place to the next. */
export function FindBar({ finding, onClose }: FindBarProps) {
  const t = useT();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  /** Enter goes on, with Shift back; what an input method still composes belongs to it. */
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter' || event.target !== field.current) return;
    event.preventDefault();
    finding.go(event.shiftKey ? -1 : 1);
  };
  const none = finding.places.length === 0;
  return (
    <div
      role="search"
      aria-label={t('pdf.find.heading')}
      className="mt-2 flex flex-wrap items-center gap-2"
      onKeyDown={onKeyDown}
    >
      <label htmlFor={id} className="text-13">
        {t('pdf.find.label')}
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        autoComplete="off"
        className="touch-target w-48 rounded-8 border border-solid-gray-536 bg-white px-2 py-1"
        value={finding.term}
        onChange={({ target }) => finding.look(target.value)}
      />
      <Button look="quiet" aria-label={t('pdf.find.previous')} disabled={none} onClick={() => finding.go(-1)}>
        ↑
      </Button>
      <Button look="quiet" aria-label={t('pdf.find.next')} disabled={none} onClick={() => finding.go(1)}>
        ↓
      </Button>
      <span aria-live="polite" className="text-13">
        {outcome(finding, t)}
      </span>
      <Button look="quiet" onClick={onClose}>
        {t('pdf.find.close')}
      </Button>
    </div>
  );
}
