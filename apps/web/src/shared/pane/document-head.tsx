import { type ReactNode } from 'react';
import type { Approval, Document } from '../api/types';
import { stateLabel } from '../i18n/labels';
import { useLanguage, withWords } from '../i18n/translate';
import { StampColumn } from '../sheet/stamp-column';
import { stampBoxes } from '../sheet/stamp-boxes';
import { Chip } from '../ui/chip';
import { later } from '../ui/later';
import { formatDay, townDay } from '../wareki/format';

// Few documents have been returned: why is read after the first load.
const ReturnNote = later(async () => ({ default: (await withWords(import('./return-note'))).ReturnNote }));

interface DocumentHeadProps {
  document: Document;
  approval: Approval | undefined;
  heading: 'h1' | 'h2';
  children?: ReactNode;
}

/** Title, number, state in words, and the approval column. */
export function DocumentHead({ document, approval, heading: Heading, children }: DocumentHeadProps) {
  const { t, locale } = useLanguage();
  const { drafter, attributes } = document;
  const boxes = stampBoxes(
    { name: drafter.name, title: drafter.postTitle, at: document.submittedAt },
    approval?.steps ?? [],
  );
  return (
    <header className="flex flex-col gap-2 px-4 py-3">
      <p className="flex flex-wrap items-center gap-2 text-13">
        <Chip tone={['decided', 'executed', 'closed'].includes(document.state) ? 'good' : 'plain'}>
          {t(stateLabel(document.state))}
        </Chip>
        {attributes.urgent && <Chip tone="urgent">{t('chip.urgent')}</Chip>}
        {document.revisionNo > 1 && <Chip tone="again">{t('chip.resubmitted', { n: document.revisionNo })}</Chip>}
        {approval?.decisionLabel && <Chip tone="level">{approval.decisionLabel}</Chip>}
        <span>{document.dispatchNumber ?? document.draftNumber}</span>
        {document.submittedAt && (
          <span>{t('document.draftedOn', { day: formatDay(townDay(document.submittedAt), locale) })}</span>
        )}
      </p>
      <Heading className="text-18 leading-140">{document.title || t('document.untitled')}</Heading>
      {approval?.waitingFor && <p className="text-13">{approval.waitingFor}</p>}
      <StampColumn boxes={boxes} />
      {document.state === 'returned' && approval?.lastReturn && (
        <ReturnNote lastReturn={approval.lastReturn} document={document} />
      )}
      {children}
    </header>
  );
}
