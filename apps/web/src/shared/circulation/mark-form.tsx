import { useId, useState, type FormEvent } from 'react';
import { useMarkCirculationRead, type Circulation } from '../api/circulations';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { useAnnounce } from '../ui/notice';
import { ProblemNote } from '../ui/problem-note';

/** 閲覧済: the mark with an optional comment, and on receipts the wish for a draft. */
export function MarkForm({ circulation }: { circulation: Circulation }) {
  const t = useT();
  const id = useId();
  const announce = useAnnounce();
  const [comment, setComment] = useState('');
  const [asksForDraft, setAsks] = useState(false);
  const mark = useMarkCirculationRead(circulation.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mark.mutate({ comment: comment.trim() || null, asksForDraft }, { onSuccess: () => announce(t('circ.marked')) });
  };
  return (
    <form onSubmit={submit} className="no-print flex flex-col gap-2">
      <label htmlFor={id} className="font-bold">
        {t('circ.comment')}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        className="rounded-8 border border-solid-gray-600 p-2 text-16"
      />
      {circulation.allowed.includes('ask_for_draft') && (
        <label className="touch-target flex items-center gap-2">
          <input type="checkbox" checked={asksForDraft} onChange={(event) => setAsks(event.target.checked)} />
          {t('circ.askDraft')}
        </label>
      )}
      {mark.error && <ProblemNote error={mark.error} />}
      <p>
        <Button type="submit" look="primary" disabled={mark.isPending}>
          {t('circ.mark')}
        </Button>
      </p>
    </form>
  );
}
