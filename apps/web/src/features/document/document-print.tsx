import { useEffect } from 'react';
import { useMe } from '../../shared/api/session';
import type { Approval, Document } from '../../shared/api/types';
import { stateLabel } from '../../shared/i18n/labels';
import { useLanguage } from '../../shared/i18n/translate';
import CoursePanel from '../../shared/pane/course-panel';
import { ReturnNote } from '../../shared/pane/return-note';
import { DocumentSheet } from '../../shared/sheet/document-sheet';
import { StampColumn } from '../../shared/sheet/stamp-column';
import { stampBoxes } from '../../shared/sheet/stamp-boxes';
import { formatDay } from '../../shared/wareki/format';

/** A text as the value of `content` in a style sheet. */
const quoted = (text: string): string => `"${text.replace(/["\\\n]/gu, ' ')}"`;

/** The foot of every page: number, state, when and by whom it was printed, page. */
const pageRules = (foot: string): string => `@page {
  size: A4;
  margin: 14mm 14mm 18mm;
  @bottom-left { content: ${quoted(foot)}; font-size: 8pt; }
  @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; }
}`;

function usePageFoot(foot: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(pageRules(foot));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [foot]);
}

interface DocumentPrintProps {
  document: Document;
  approval: Approval | undefined;
  onReady: () => void;
}

/** The document for paper: sheet with stamps, what stands against it, course and route; nothing to press. */
export function DocumentPrint({ document: shown, approval, onReady }: DocumentPrintProps) {
  const { t, locale } = useLanguage();
  const me = useMe();
  const { drafter } = shown;
  const number = shown.dispatchNumber ?? shown.draftNumber;
  const state = approval?.waitingFor ?? t(stateLabel(shown.state));
  const printed = t('common.printedBy', { day: formatDay(me.today, locale), name: me.name });
  usePageFoot([number, t(stateLabel(shown.state)), printed].filter(Boolean).join('  '));
  useEffect(onReady, [onReady]);
  return (
    <div className="hidden flex-col gap-4 bg-white print:flex">
      <p className="flex justify-between gap-4 text-13">
        <span>{shown.draftNumber}</span>
        <span>{state}</span>
      </p>
      <DocumentSheet document={shown}>
        <div className="mb-4">
          <StampColumn
            boxes={stampBoxes(
              { name: drafter.name, title: drafter.postTitle, at: shown.submittedAt },
              approval?.steps ?? [],
            )}
          />
        </div>
      </DocumentSheet>
      {shown.state === 'returned' && approval?.lastReturn && (
        <ReturnNote lastReturn={approval.lastReturn} document={shown} />
      )}
      {approval && (
        <section aria-labelledby="printed-course">
          <h2 id="printed-course" className="px-4 text-16">
            {t('tab.history')}
          </h2>
          <CoursePanel approval={approval} />
        </section>
      )}
    </div>
  );
}
