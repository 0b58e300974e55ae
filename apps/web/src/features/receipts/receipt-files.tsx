import { useId } from 'react';
import {
  useAttachToReceipt,
  useDetachFromReceipt,
  useOrderReceiptFiles,
  type Receipt,
} from '../../shared/api/receipts';
import { useT } from '../../shared/i18n/translate';
import { formatBytes } from '../../shared/money/yen';
import AttachmentView from '../../shared/pane/attachment-view';
import { Thumbnail } from '../../shared/pdf/thumbnail';
import { FileDrop } from '../../shared/sending/file-drop';
import { SendingLines } from '../../shared/sending/sending-lines';
import { SortedFiles } from '../../shared/sending/sorted-files';
import { useSendings } from '../../shared/sending/use-sendings';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';

/** The file and the page at which it opens, with the words that are marked there. */
export interface FilePlace {
  readonly file?: string | undefined;
  readonly page?: number;
  readonly mark?: string[];
}

/** The files of a receipt: shown in the page, added and taken off while it is unfinished. */
export function ReceiptFiles({ receipt, at }: { receipt: Receipt; at: FilePlace }) {
  const t = useT();
  const id = useId();
  const detach = useDetachFromReceipt(receipt.id);
  const attach = useAttachToReceipt(receipt.id);
  const order = useOrderReceiptFiles(receipt.id);
  const sendings = useSendings(attach.mutateAsync);
  const may = receipt.allowed.includes('attach');
  return (
    <section aria-labelledby={`${id}-heading`} className="flex flex-col gap-3">
      <h2 id={`${id}-heading`} className="text-16">
        {t('receipt.files')}
      </h2>
      {receipt.attachments.length === 0 && <p>{t('receipt.noFiles')}</p>}
      {receipt.attachments.map((one) => (
        <div key={one.id} className="rounded-8 border border-line">
          <AttachmentView attachment={one} {...(at.file === `a:${one.id}` && { page: at.page, marks: at.mark })} />
          {may && (
            <p className="no-print px-3 pb-3">
              <Button look="quiet" disabled={detach.isPending} onClick={() => detach.mutate(one.id)}>
                {t('receipt.removeFile', { name: one.fileName })}
              </Button>
            </p>
          )}
        </div>
      ))}
      {may && (
        <>
          <FileDrop label={t('receipt.addFiles')} onFiles={sendings.add} />
          <SendingLines sendings={sendings} />
          {receipt.attachments.length > 1 && (
            <SortedFiles
              files={receipt.attachments}
              busy={order.isPending}
              note={(one) => formatBytes(one.bytes)}
              picture={({ thumbnails, originalUrl }) =>
                thumbnails > 0 && <Thumbnail of={originalUrl} page={1} className="h-16 w-14" />
              }
              onOrder={order.mutate}
            />
          )}
        </>
      )}
      {order.error && <ProblemNote error={order.error} />}
      {detach.error && <ProblemNote error={detach.error} />}
    </section>
  );
}
