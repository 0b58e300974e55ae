import { useEffect, useRef } from 'react';
import { useAct } from '../../shared/api/approval';
import { noteSettled, useInboxCache } from '../../shared/api/inbox';
import { useStagedDecisions, useUndoStaged } from '../../shared/api/staged';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { problemText } from '../../shared/ui/problem-note';

/** What one press of Z takes back: an own act before the next has acted, or decisions that have not taken effect. */
export type Done =
  | { readonly kind: 'act'; readonly documentId: string; readonly seatId: string | undefined; readonly title: string }
  | { readonly kind: 'staged'; readonly seatIds: readonly string[]; readonly title: string };

export interface Undo {
  /** Puts it on top of the queue and says so, with the way to take it back. */
  offer(done: Done, words: string): void;
  /** Takes its place in the queue before the server has answered; null: there is nothing to take back. */
  expect(answer: Promise<{ readonly done: Done; readonly words: string } | null>): void;
  /** Takes back the last of the queue; each press takes one more. */
  run(): void;
}

/** Takes back one's last acts, latest first (RULE-51): Z, or the button in the strip that said what was done. */
export function useUndo(): Undo {
  const t = useT();
  const queue = useRef<Promise<Done | null>[]>([]);
  const announce = useAnnounce();
  const cache = useInboxCache();
  const act = useAct();
  const staged = useUndoStaged();

  const takeBack = (done: Done): Promise<string> =>
    done.kind === 'act'
      ? act
          .mutateAsync({
            documentId: done.documentId,
            request: { kind: 'recall', ...(done.seatId ? { seatId: done.seatId } : {}) },
          })
          .then(() => t('acts.undone', { title: done.title }))
      : staged.mutateAsync(done.seatIds).then(({ undone, outcomes }) => {
          const late = outcomes.length - undone;
          if (undone === 0) throw new Error(t('acts.tooLate'));
          return late === 0
            ? t('acts.decisionUndone', { title: done.title })
            : t('acts.partlyUndone', { n: undone, late });
        });
  const run = async () => {
    // Whoever presses Z before the answer means what they did last, not what was answered last.
    let last: Done | null = null;
    while (!last && queue.current.length > 0) last = (await queue.current.pop()) ?? null;
    if (!last) return announce(t('acts.nothingToUndo'));
    const { title } = last;
    takeBack(last)
      .then((words) => announce(words))
      .catch((error: unknown) => announce(t('acts.notUndone', { title, reason: reasonOf(error, t) }), 'failed'))
      .finally(() => cache.refresh());
  };
  const press = () => void run();
  const say = (words: string) => announce(words, 'done', { label: t('acts.undo'), shortcut: 'Z', run: press });
  const offer = (done: Done, words: string) => {
    queue.current.push(Promise.resolve(done));
    say(words);
  };
  const expect = (answer: Promise<{ readonly done: Done; readonly words: string } | null>) =>
    queue.current.push(
      answer.then((answered) => {
        if (answered) say(answered.words);
        return answered?.done ?? null;
      }),
    );
  useEarlierDecisions(offer);
  return { offer, expect, run: press };
}

function reasonOf(error: unknown, t: ReturnType<typeof useT>): string {
  return error instanceof Error && error.message === t('acts.tooLate') ? error.message : problemText(error, t);
}

/** A browser that was closed within the grace time offers it again. */
function useEarlierDecisions(offer: Undo['offer']) {
  const t = useT();
  const { data } = useStagedDecisions();
  const offered = useRef(false);
  useEffect(() => {
    const [first] = data?.items ?? [];
    if (offered.current || !data || !first) return;
    offered.current = true;
    noteSettled(data.items.map(({ documentId, seatId }) => `${documentId}:${seatId}`));
    const n = data.items.length;
    const title = n === 1 ? first.title : t('acts.nDecisions', { n });
    const done = { kind: 'staged', seatIds: data.items.map(({ seatId }) => seatId), title } as const;
    offer(done, t('acts.staged', { title, s: first.remainingSeconds }));
  });
}
