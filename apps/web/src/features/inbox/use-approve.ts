import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../shared/api/approval';
import { useInboxCache } from '../../shared/api/inbox';
import { queryKeys } from '../../shared/api/keys';
import type { Approval, InboxItem } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { problemText } from '../../shared/ui/problem-note';
import { approveRequest, rowKey } from './inbox-item';

/** Approves one row at once: it leaves the list before the answer, and comes back with the reason if it is refused. */
export function useApprove() {
  const t = useT();
  const announce = useAnnounce();
  const client = useQueryClient();
  const cache = useInboxCache();
  const act = useAct();
  return (item: InboxItem): boolean => {
    const shown = client.getQueryData<Approval>(queryKeys.approval(item.documentId));
    const request = approveRequest(item, shown);
    if (!request) return false;
    const key = rowKey(item);
    cache.remove((other) => rowKey(other) === key);
    act
      .mutateAsync({ documentId: item.documentId, request })
      .then(() => announce(t(`inbox.done.${item.stepKind ?? 'line'}`, { title: item.title })))
      .catch((error: unknown) => {
        announce(t('inbox.refused', { title: item.title, reason: problemText(error, t) }), 'failed');
        void client.invalidateQueries({ queryKey: queryKeys.approval(item.documentId) });
        cache.refresh();
      });
    return true;
  };
}
