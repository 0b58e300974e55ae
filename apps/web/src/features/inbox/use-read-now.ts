import { useMarkRead } from '../../shared/api/approval';
import { useInboxCache } from '../../shared/api/inbox';
import type { InboxItem } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';

/** V: the document counts as read, without waiting; its attachments only when they were opened (RULE-64). */
export function useReadNow() {
  const t = useT();
  const announce = useAnnounce();
  const cache = useInboxCache();
  const { mutate } = useMarkRead();
  return ({ documentId, title }: InboxItem) =>
    mutate(
      { documentId, attachmentIds: [] },
      {
        onSuccess: () => {
          cache.markRead(documentId);
          announce(t('acts.markedRead', { title }));
        },
      },
    );
}
