import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, type RefObject } from 'react';
import { ActBar } from '../../shared/acts/act-bar';
import type { Acts } from '../../shared/acts/use-acts';
import { useMarkRead } from '../../shared/api/approval';
import { unasked } from '../../shared/api/client';
import { useInboxCache } from '../../shared/api/inbox';
import type { Approval, Document, InboxItem } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { DocumentHead } from '../../shared/pane/document-head';
import { attachmentTabs, defaultTab, useDocumentTabs } from '../../shared/pane/use-document-tabs';
import { Tabs } from '../../shared/ui/tabs';

const readAfter = 800;

interface InboxPaneProps {
  item: InboxItem;
  document: Document;
  approval: Approval | undefined;
  acts: Acts;
  tab: string | undefined;
  heading: RefObject<HTMLDivElement | null>;
  /** On a narrow screen: the pane stands in the place of the list. */
  reading: boolean;
  onTab: (tab: string) => void;
  onApprove: () => void;
}

/** Tells the server what stood on the screen long enough to be read: the document, and the attachment shown. */
function useReadMark({ item, document, heading, reading }: InboxPaneProps, tab: string) {
  const { mutate } = useMarkRead();
  const cache = useInboxCache();
  const client = useQueryClient();
  const attachmentId = tab.startsWith('a:') ? tab.slice(2) : null;
  const { documentId } = item;
  const due = item.unread || (attachmentId !== null && item.unreadAttachments > 0);
  useEffect(() => {
    if (!due || document.id !== documentId) return;
    const timer = setTimeout(() => {
      // Behind the list of a narrow screen nobody has read anything.
      if (heading.current === null || heading.current.offsetParent === null) return;
      mutate({ documentId, attachmentIds: attachmentId ? [attachmentId] : [], ask: unasked });
      cache.markRead(documentId);
    }, readAfter);
    return () => clearTimeout(timer);
    // `cache` is rebuilt on every render but does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [due, documentId, document.id, attachmentId, reading, mutate, client]);
}

/** The document under the cursor: approval column, sheet on its desk, enclosures, and the acts. */
export function InboxPane(props: InboxPaneProps) {
  const { item, document, approval, acts, tab, heading, onTab, onApprove } = props;
  const t = useT();
  const tabs = [...useDocumentTabs(document, approval), ...attachmentTabs(document)];
  const current = tab && tabs.some((one) => one.key === tab) ? tab : defaultTab(document);
  useReadMark(props, current);
  return (
    <>
      <div ref={heading} tabIndex={-1} className="max-h-[45%] shrink-0 overflow-y-auto outline-none short:max-h-none">
        <DocumentHead document={document} approval={approval} heading="h2">
          <p>
            <Link to="/documents/$id" params={{ id: document.id }} className="text-13 text-key-900 underline">
              {t('inbox.openDocument')}
            </Link>
          </p>
        </DocumentHead>
      </div>
      <Tabs label={t('tab.label')} items={tabs} current={current} onChange={onTab} panelClass="bg-desk" />
      <ActBar approval={approval} acts={acts} {...(item.inStead ? {} : { onApprove })} />
    </>
  );
}
