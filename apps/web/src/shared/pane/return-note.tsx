import { useFormOf } from '../api/matter-types';
import type { Approval, Document } from '../api/types';
import { fieldSpecs } from '../form/field-spec';
import { useLanguage, useT } from '../i18n/translate';
import { DayOf } from '../wareki/day';

interface ReturnNoteProps {
  lastReturn: Approval['lastReturn'];
  /** To name the field or the attachment that the return is about. */
  document?: Document | undefined;
  /** The drafter's answer. */
  note?: string | null;
}

type About = NonNullable<NonNullable<Approval['lastReturn']>['about']>;

/** 箇所: the field by its label, or the page of the attachment. */
function Pointer({ document, about }: { document: Document; about: About }) {
  const { t } = useLanguage();
  const form = useFormOf(document.form);
  const file = document.attachments.find(({ id }) => id === about.attachmentId);
  const spec = fieldSpecs(form.data?.schema).find(({ name }) => name === about.field);
  const words = file
    ? t('changes.aboutPage', { name: file.fileName, page: about.page ?? 1 })
    : about.field && t('changes.aboutField', { name: spec?.label ?? about.field });
  return words ? <span className="block font-bold">{words}</span> : null;
}

/** Why the document came back, and the drafter's answer under it. */
export function ReturnNote({ lastReturn, document, note = null }: ReturnNoteProps) {
  const t = useT();
  if (!lastReturn && !note) return null;
  return (
    <div className="rounded-8 border-l-4 border-orange-900 bg-orange-50 px-3 py-2">
      {lastReturn && (
        <p>
          <b>{t('changes.returned', { who: `${lastReturn.byTitle} ${lastReturn.byName}` })}</b>{' '}
          <span className="text-13 text-quiet">
            <DayOf at={lastReturn.at} />
          </span>
          <br />
          {document && lastReturn.about && <Pointer document={document} about={lastReturn.about} />}
          <span className="whitespace-pre-wrap">{lastReturn.comment}</span>
        </p>
      )}
      {note && (
        <p className="mt-1">
          <b>{t('changes.answer')}</b> <span className="whitespace-pre-wrap">{note}</span>
        </p>
      )}
    </div>
  );
}
