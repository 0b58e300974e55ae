import type { Attachment } from '../api/types';
import { type Translate, useT } from '../i18n/translate';
import { formatBytes } from '../money/yen';
import { LazyPdf } from '../pdf/lazy-pdf';
import { buttonClass } from '../ui/button';
import { Chip } from '../ui/chip';
import { DayOf } from '../wareki/day';
import { ActiveNote } from './active-note';

function reason(attachment: Pick<Attachment, 'rendition'>, t: Translate): string {
  if (attachment.rendition === 'pending') return t('attachment.pending');
  if (attachment.rendition === 'failed') return t('attachment.failed');
  return t('attachment.unsupported');
}

/** What the view needs of an attachment, of a document or of a receipt. */
type Shown = Pick<
  Attachment,
  | 'id'
  | 'fileName'
  | 'label'
  | 'bytes'
  | 'pages'
  | 'rendition'
  | 'activeContent'
  | 'thumbnails'
  | 'originalUrl'
  | 'pdfUrl'
> &
  Partial<Pick<Attachment, 'addedAfterDecision' | 'additionReason' | 'addedAt' | 'addedBy'>>;

/** One attachment as a PDF in the page, or why it cannot be shown, always with the untouched original. */
export default function AttachmentView({
  attachment,
  page,
  marks,
}: {
  attachment: Shown;
  page?: number | undefined;
  /** Words that are marked where they stand. */
  marks?: readonly string[] | undefined;
}) {
  const t = useT();
  return (
    <section aria-label={attachment.fileName} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2 px-3 pt-3 text-13">
        <p>
          <b>{attachment.fileName}</b> {attachment.label} {formatBytes(attachment.bytes)}
          {attachment.pages !== null && ` ${t('attachment.pages', { n: attachment.pages })}`}
        </p>
        <a className={buttonClass('link')} href={attachment.originalUrl} download>
          {t('attachment.original')}
        </a>
      </div>
      {attachment.addedAfterDecision && attachment.addedAt && (
        <p className="px-3 text-13">
          <Chip>{t('addition.heading')}</Chip> <DayOf at={attachment.addedAt} /> {attachment.addedBy?.name}{' '}
          {attachment.additionReason}
        </p>
      )}
      <div className="px-3 empty:hidden">
        <ActiveNote attachment={attachment} />
      </div>
      {attachment.rendition === 'ready' && attachment.pdfUrl ? (
        <LazyPdf
          key={attachment.id}
          url={attachment.pdfUrl}
          thumbnails={attachment.thumbnails}
          page={page}
          marks={marks}
        />
      ) : (
        <p className="px-3 pb-4">{reason(attachment, t)}</p>
      )}
    </section>
  );
}
