import type { Approval, Document } from '../api/types';
import { useT, withWords } from '../i18n/translate';
import { later } from '../ui/later';
import { Loading } from '../ui/loading';
import type { TabItem } from '../ui/tabs';

// What is read in a document comes after the first load: the sheet at once, the rest when it is asked for.
const DocumentSheet = later(
  async () => ({ default: (await import('../sheet/document-sheet')).DocumentSheet }),
  <Loading lines={10} />,
);
DocumentSheet.fetch();
const AttachmentView = later(() => withWords(import('./attachment-view')), <Loading lines={6} />);
const Changes = later(() => withWords(import('./changes')), <Loading lines={6} />);
const CoursePanel = later(() => withWords(import('./course-panel')), <Loading lines={6} />);

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

/** A file, the page at which it opens, and the words that are marked in it. */
interface OpensAt {
  file?: string;
  page?: number;
  mark?: string[];
}

/** Attachments as tabs, keyed 'a:<id>'. */
export function attachmentTabs(document: Document, { file, page, mark }: OpensAt = {}): TabItem<string>[] {
  return document.attachments.map((attachment) => ({
    key: `a:${attachment.id}`,
    label: attachment.fileName,
    panel: () => (
      <AttachmentView attachment={attachment} {...(file === `a:${attachment.id}` && { page, marks: mark })} />
    ),
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
      panel: () => <CoursePanel approval={approval} />,
    });
  }
  return tabs;
}
