import { useQueryClient } from '@tanstack/react-query';
import { useRef, type RefObject } from 'react';
import { useAct } from '../../shared/api/approval';
import { useInboxCache, type InboxView } from '../../shared/api/inbox';
import { queryKeys } from '../../shared/api/keys';
import type { ActRequest, Approval, InboxItem } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { problemText } from '../../shared/ui/problem-note';
import { agreeing, approveRequest, rowKey } from './inbox-item';

interface Done {
  readonly item: InboxItem;
  readonly request: ActRequest;
}

/** Takes back one's last acts, latest first (RULE-51): Z, or the button in the strip that said what was done. */
function useUndo(done: RefObject<Done[]>) {
  const t = useT();
  const announce = useAnnounce();
  const cache = useInboxCache();
  const act = useAct();
  return () => {
    const last = done.current.pop();
    if (!last) return announce(t('acts.nothingToUndo'));
    const { item, request } = last;
    act
      .mutateAsync({
        documentId: item.documentId,
        request: { kind: 'recall', ...(request.seatId ? { seatId: request.seatId } : {}) },
      })
      .then(() => announce(t('acts.undone', { title: item.title })))
      .catch((error: unknown) =>
        announce(t('acts.notUndone', { title: item.title, reason: problemText(error, t) }), 'failed'),
      )
      .finally(() => cache.refresh());
  };
}

/** Approves one row at once: it leaves the list before the answer, and comes back with the reason if it is refused. */
export function useApprove(view: InboxView) {
  const done = useRef<Done[]>([]);
  const undo = useUndo(done);
  const t = useT();
  const announce = useAnnounce();
  const client = useQueryClient();
  const cache = useInboxCache();
  const act = useAct();
  const kind = agreeing(view);
  const approve = (item: InboxItem): boolean => {
    const shown = client.getQueryData<Approval>(queryKeys.approval(item.documentId));
    const request = approveRequest(item, shown, kind);
    if (!request) return false;
    const key = rowKey(item);
    cache.remove((other) => rowKey(other) === key);
    act
      .mutateAsync({ documentId: item.documentId, request })
      .then((approval) => {
        const said = t(`inbox.done.${kind === 'post_review' ? kind : (item.stepKind ?? 'line')}`, {
          title: item.title,
        });
        // What has been decided is not taken back (RULE-61).
        if (kind === 'post_review' || approval.state !== 'circulating') return announce(said);
        done.current.push({ item, request });
        announce(said, 'done', { label: t('acts.undo'), shortcut: 'Z', run: undo });
      })
      .catch((error: unknown) => {
        announce(t('inbox.refused', { title: item.title, reason: problemText(error, t) }), 'failed');
        void client.invalidateQueries({ queryKey: queryKeys.approval(item.documentId) });
        cache.refresh();
      });
    return true;
  };
  return { approve, undo };
}
