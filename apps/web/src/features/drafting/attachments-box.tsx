import { useId } from 'react';
import { useDetach, useOrderAttachments } from '../../shared/api/attachments';
import type { Attachment } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { formatBytes } from '../../shared/money/yen';
import { ActiveNote } from '../../shared/pane/active-note';
import { Thumbnail } from '../../shared/pdf/thumbnail';
import { FileDrop } from '../../shared/sending/file-drop';
import { SendingLines } from '../../shared/sending/sending-lines';
import { SortedFiles } from '../../shared/sending/sorted-files';
import type { Sendings } from '../../shared/sending/use-sendings';
import { ProblemNote } from '../../shared/ui/problem-note';

interface AttachmentsBoxProps {
  documentId: string | null;
  attachments: readonly Attachment[];
  sendings: Sendings;
}

function AttachmentLines({ documentId, attachments }: { documentId: string; attachments: readonly Attachment[] }) {
  const t = useT();
  const detach = useDetach(documentId);
  const order = useOrderAttachments(documentId);
  const error = detach.error ?? order.error;
  return (
    <>
      {error && <ProblemNote error={error} />}
      <SortedFiles
        files={attachments}
        busy={detach.isPending || order.isPending}
        note={(one) => (
          <>
            {formatBytes(one.bytes)} {one.pages !== null && t('attachment.pages', { n: one.pages })}
            <ActiveNote attachment={one} />
          </>
        )}
        picture={({ thumbnails, originalUrl }) =>
          thumbnails > 0 && <Thumbnail of={originalUrl} page={1} className="h-16 w-14" />
        }
        onOrder={order.mutate}
        onRemove={detach.mutate}
      />
    </>
  );
}

/** Enclosures: dropped, chosen or pasted, sent with progress, put in order, taken away. */
export function AttachmentsBox({ documentId, attachments, sendings }: AttachmentsBoxProps) {
  const t = useT();
  const id = useId();
  return (
    <section aria-labelledby={`${id}-heading`} className="flex flex-col gap-2 border-t border-line pt-4">
      <h2 id={`${id}-heading`} className="text-16">
        {t('attachments.heading')}
      </h2>
      <FileDrop label={t('attachments.choose')} onFiles={sendings.add} />
      <SendingLines sendings={sendings} />
      {documentId && <AttachmentLines documentId={documentId} attachments={attachments} />}
    </section>
  );
}
