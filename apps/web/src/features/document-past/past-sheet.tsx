import { useFormOf } from '../../shared/api/matter-types';
import type { DocumentOnDay, PastDocument } from '../../shared/api/past';
import { fieldSpecs } from '../../shared/form/field-spec';
import { useLanguage } from '../../shared/i18n/translate';
import { ApprovalSheet } from '../../shared/sheet/approval-sheet';
import { StampColumn } from '../../shared/sheet/stamp-column';
import { stampBoxes } from '../../shared/sheet/stamp-boxes';
import { formatDay, townDay } from '../../shared/wareki/format';
import { Section } from './section';

/** What the images of a day leave out: reasons in words go with the content that a disposal erases. */
const notKept = (words: string) => ({
  disclosureReason: null,
  urgencyReason: words,
  escalations: [],
  paperReason: words,
  paperNote: null,
  paperAttachments: [],
});

function Files({ files }: { files: PastDocument['attachments'] }) {
  const { t, locale } = useLanguage();
  return (
    <Section title={t('past.files')}>
      <ul>
        {files.map(({ id, fileName, addedAt, addedBy, originalUrl }) => {
          const line = t('past.fileLine', {
            name: fileName,
            day: formatDay(townDay(addedAt), locale),
            who: addedBy.name,
          });
          return (
            <li key={id}>
              {originalUrl ? (
                <a href={originalUrl} download className="text-key-900 underline">
                  {line}
                </a>
              ) : (
                <>
                  {line} <span className="text-quiet">{t('past.fileGone')}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** 起案用紙 of the day with its stamps; before the first submission there is none, and after a disposal only the stamps. */
export function PastSheet({ shown: { document, className, route, filing } }: { shown: DocumentOnDay }) {
  const { t } = useLanguage();
  const form = useFormOf(document.form);
  const { drafter, attributes, title, fields } = document;
  if (title === null) return <p>{t('past.notSubmitted')}</p>;
  const drafted = { name: drafter.name, title: drafter.postTitle, at: document.submittedAt };
  const stamps = <StampColumn boxes={stampBoxes(drafted, route?.steps ?? [])} />;
  if (fields === null)
    return (
      <>
        <p>{t('past.erased')}</p>
        {stamps}
      </>
    );
  return (
    <>
      <ApprovalSheet
        content={{
          title,
          draftedOn: townDay(document.submittedAt ?? document.draftedAt),
          decidedOn: document.decidedAt && townDay(document.decidedAt),
          dispatchNumber: document.dispatchNumber,
          classText: `${attributes.classCode} ${className ?? ''}`,
          retentionLabel: filing?.retentionLabel ?? '',
          drafter: `${drafter.sectionName} ${drafter.postTitle} ${drafter.name}`,
          attributes: { ...attributes, ...notKept(t('past.notKept')) },
          attachments: [],
          specs: fieldSpecs(form.data?.schema),
          fields,
        }}
      >
        <div className="mb-4">{stamps}</div>
      </ApprovalSheet>
      {document.attachments.length > 0 && <Files files={document.attachments} />}
    </>
  );
}
