import type { Approval, Document } from '../api/types';
import { useT } from '../i18n/translate';
import { RouteReasons } from '../sheet/route-reasons';
import { DocumentSheet } from '../sheet/document-sheet';
import type { TabItem } from '../ui/tabs';
import { AttachmentView } from './attachment-view';
import { Changes } from './changes';
import { History } from './history';
import { Instructions } from './instructions';

const isResubmitted = (document: Document) =>
  document.revisionNo > 1 && ['circulating', 'decided', 'executed'].includes(document.state);

/** Since the reader's own act, when it was on an earlier revision; otherwise since the revision before (6.3). */
export function comparedFrom(document: Document, approval: Approval | undefined): number {
  const acted = approval?.actedRevisionNo ?? null;
  return acted !== null && acted < document.revisionNo ? acted : document.revisionNo - 1;
}

/** What is shown first: the changes when the document came back after a return, otherwise the sheet. */
export const defaultTab = (document: Document): string =>
  document.revisionNo > 1 && document.state === 'circulating' ? 'changes' : 'sheet';

/** Attachments as tabs, keyed 'a:<id>'. */
export function attachmentTabs(document: Document): TabItem<string>[] {
  return document.attachments.map((attachment) => ({
    key: `a:${attachment.id}`,
    label: attachment.fileName,
    panel: () => <AttachmentView attachment={attachment} />,
  }));
}

/** The readings of a document: sheet, changes, course and route. */
export function useDocumentTabs(document: Document, approval: Approval | undefined): TabItem<string>[] {
  const t = useT();
  const tabs: TabItem<string>[] = [
    {
      key: 'sheet',
      label: t('tab.sheet'),
      panel: () => (
        <div className="p-4">
          <DocumentSheet document={document} />
        </div>
      ),
    },
  ];
  if (isResubmitted(document)) {
    tabs.push({
      key: 'changes',
      label: t('tab.changes'),
      panel: () => (
        <div className="p-4">
          <Changes
            document={document}
            from={comparedFrom(document, approval)}
            sinceYou={approval?.actedRevisionNo === comparedFrom(document, approval)}
            to={document.revisionNo}
            lastReturn={approval?.lastReturn ?? null}
          />
        </div>
      ),
    });
  }
  if (approval) {
    tabs.push({
      key: 'history',
      label: t('tab.history'),
      panel: () => (
        <div className="flex flex-col gap-5 bg-white p-4">
          <History entries={approval.history} basis={approval.delegationTable?.words ?? null} />
          <Instructions given={approval.instructions} />
          <section aria-label={t('route.reasons')}>
            <h3 className="mb-2">{t('route.reasons')}</h3>
            <RouteReasons steps={approval.steps} />
          </section>
        </div>
      ),
    });
  }
  return tabs;
}
