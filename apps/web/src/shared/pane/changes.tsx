import { useChanges } from '../api/revisions';
import type { Approval, Document, RevisionChanges } from '../api/types';
import { useT } from '../i18n/translate';
import { Chip } from '../ui/chip';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { ReturnNote } from './return-note';
import { RowChanges } from './row-changes';

function Parts({ parts }: { parts: RevisionChanges['fields'][number]['parts'] }) {
  return (
    <p className="prose-ja">
      {parts.map((part, index) => {
        if (part.kind === 'removed')
          return (
            <del key={index} className="bg-red-50 text-red-1000">
              {part.text}
            </del>
          );
        if (part.kind === 'added')
          return (
            <ins key={index} className="bg-green-100 text-green-1100">
              {part.text}
            </ins>
          );
        return <span key={index}>{part.text}</span>;
      })}
    </p>
  );
}

interface ChangesProps {
  document: Document;
  from: number;
  to: number;
  lastReturn: Approval['lastReturn'];
  /** The reader acted in the revision it starts from. */
  sinceYou: boolean;
}

/** What changed since the revision that the reader judged, or that was returned (差分): fields, enclosures, the answer. */
export default function Changes({ document, from, to, lastReturn, sinceYou }: ChangesProps) {
  const t = useT();
  const changes = useChanges(document.id, from, to);
  if (changes.error) return <ProblemNote error={changes.error} onRetry={() => void changes.refetch()} />;
  if (!changes.data) return <Loading />;
  const { fields, attachments, note } = changes.data;
  const kinds = { added: t('changes.added'), removed: t('changes.removed'), reordered: t('changes.reordered') };
  return (
    <section className="flex flex-col gap-3" aria-label={t('changes.title', { from, to })}>
      <p className="flex flex-wrap items-baseline gap-3">
        <b>{t('changes.title', { from, to })}</b>
        <span className="text-13">{t('changes.summary', { fields: fields.length, files: attachments.length })}</span>
      </p>
      {sinceYou && <p className="text-13">{t('changes.sinceYou', { from })}</p>}
      <ReturnNote lastReturn={lastReturn} document={document} note={note} />
      <dl className="flex flex-col gap-3 rounded-8 border border-solid-gray-420 bg-paper px-4 py-3">
        {fields.length + attachments.length === 0 && <dt>{t('changes.none')}</dt>}
        {fields.map((field) => (
          <div key={field.name}>
            <dt className="flex gap-2 text-13 text-quiet">
              {field.label} {field.substance && <Chip tone="warn">{t('changes.substance')}</Chip>}
            </dt>
            <dd>{field.rows.length > 0 ? <RowChanges rows={field.rows} /> : <Parts parts={field.parts} />}</dd>
          </div>
        ))}
        {attachments.length > 0 && (
          <div>
            <dt className="text-13 text-quiet">{t('changes.attachments')}</dt>
            {attachments.map((attachment) => (
              <dd key={`${attachment.change}${attachment.fileName}`}>
                <Chip tone={attachment.change === 'added' ? 'good' : 'warn'}>{kinds[attachment.change]}</Chip>{' '}
                {attachment.fileName}
              </dd>
            ))}
          </div>
        )}
      </dl>
    </section>
  );
}
