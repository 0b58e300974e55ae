import { lazy, Suspense } from 'react';
import type { Approval, Document } from '../api/types';
import { useT, withWords } from '../i18n/translate';
import { Loading } from '../ui/loading';
import type { TabItem } from '../ui/tabs';

// What is read in a document comes after the first load: the sheet at once, the rest when it is asked for.
const loadSheet = () => import('../sheet/document-sheet');
const DocumentSheet = lazy(async () => ({ default: (await loadSheet()).DocumentSheet }));
void loadSheet().catch(() => undefined);
const AttachmentView = lazy(() => withWords(import('./attachment-view')));
const Changes = lazy(() => withWords(import('./changes')));
const CoursePanel = lazy(() => withWords(import('./course-panel')));

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
      <Suspense fallback={<Loading lines={6} />}>
        <AttachmentView attachment={attachment} {...(file === `a:${attachment.id}` && { page, marks: mark })} />
      </Suspense>
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
          <Suspense fallback={<Loading lines={10} />}>
            <DocumentSheet document={document} />
          </Suspense>
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
          <Suspense fallback={<Loading lines={6} />}>
            <Changes
              document={document}
              from={comparedFrom(document, approval)}
              sinceYou={approval?.actedRevisionNo === comparedFrom(document, approval)}
              to={document.revisionNo}
              lastReturn={approval?.lastReturn ?? null}
            />
          </Suspense>
        </div>
      ),
    });
  }
  if (approval) {
    tabs.push({
      key: 'history',
      label: t('tab.history'),
      panel: () => (
        <Suspense fallback={<Loading lines={6} />}>
          <CoursePanel approval={approval} />
        </Suspense>
      ),
    });
  }
  return tabs;
}
