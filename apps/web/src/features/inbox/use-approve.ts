import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../shared/api/approval';
import { useInboxCache, type InboxView } from '../../shared/api/inbox';
import { queryKeys } from '../../shared/api/keys';
import type { Approval, InboxItem } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { problemText } from '../../shared/ui/problem-note';
import { agreeing, approveRequest, rowKey } from './inbox-item';
import type { Undo } from './use-undo';

/**
 * Approves one row at once: it leaves the list before the answer, and comes back with the reason if it is refused.
 * @param place stands on a row, where the reader asks for the one that came back
 */
export function useApprove(view: InboxView, undo: Undo, place: (key: string) => void) {
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
    const putBack = cache.remove((other) => rowKey(other) === key);
    const answer = act.mutateAsync({ documentId: item.documentId, request }).then(
      (approval) => {
        const said = t(`inbox.done.${kind === 'post_review' ? kind : (item.stepKind ?? 'line')}`, {
          title: item.title,
        });
        const { title, documentId } = item;
        const { staged } = approval;
        if (staged) {
          const words = t('acts.staged', { title, s: staged.remainingSeconds });
          return { done: { kind: 'staged', seatIds: [staged.seatId], title } as const, words };
        }
        // What has taken effect is not taken back (RULE-61).
        if (kind !== 'post_review' && approval.state === 'circulating')
          return { done: { kind: 'act', documentId, seatId: request.seatId, title } as const, words: said };
        announce(said);
        return null;
      },
      (error: unknown) => {
        putBack();
        announce(t('inbox.refused', { title: item.title, reason: problemText(error, t) }), 'failed', {
          label: t('inbox.toRow'),
          run: () => place(key),
        });
        void client.invalidateQueries({ queryKey: queryKeys.approval(item.documentId) });
        cache.refresh();
        return null;
      },
    );
    undo.expect(answer);
    return true;
  };
  return approve;
}
