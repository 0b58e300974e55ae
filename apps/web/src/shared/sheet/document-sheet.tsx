import { memo, type ReactNode } from 'react';
import { useFormOf } from '../api/matter-types';
import type { Document } from '../api/types';
import { fieldSpecs } from '../form/field-spec';
import { useLanguage } from '../i18n/translate';
import { formatDay, townDay } from '../wareki/format';
import { ApprovalSheet } from './approval-sheet';

function Sheet({ document, children }: { document: Document; children?: ReactNode }) {
  const form = useFormOf(document.form);
  const { locale } = useLanguage();
  const { drafter } = document;
  const sealed = document.attachments.filter(({ addedAfterDecision }) => !addedAfterDecision);
  const added = document.attachments.filter(({ addedAfterDecision }) => addedAfterDecision);
  return (
    <ApprovalSheet
      content={{
        title: document.title,
        draftedOn: townDay(document.submittedAt ?? document.draftedAt),
        decidedOn: document.decidedAt && townDay(document.decidedAt),
        dispatchNumber: document.dispatchNumber,
        classText: `${document.attributes.classCode} ${document.className}`,
        retentionLabel: document.retentionLabel,
        drafter: `${drafter.sectionName} ${drafter.postTitle} ${drafter.name}`,
        attributes: document.attributes,
        attachments: sealed.map(({ fileName }) => fileName),
        additions: added.map(
          ({ fileName, addedAt, addedBy }) => `${fileName} (${formatDay(townDay(addedAt), locale)} ${addedBy.name})`,
        ),
        specs: fieldSpecs(form.data?.schema),
        fields: document.fields,
      }}
    >
      {children}
    </ApprovalSheet>
  );
}

/** The sheet of a stored document, labelled by the form that it was begun with. Drawn again only when the document changes. */
export const DocumentSheet = memo(Sheet);
