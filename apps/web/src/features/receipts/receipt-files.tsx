import { useId, useState } from 'react';
import { uploadFile, useUploadPolicy } from '../../shared/api/attachments';
import { useAttachToReceipt, useDetachFromReceipt, type Receipt } from '../../shared/api/receipts';
import { useT } from '../../shared/i18n/translate';
import AttachmentView from '../../shared/pane/attachment-view';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';

/** Sends files one after another; what is refused is said, what follows is still sent. */
function useSending(receiptId: string) {
  const attach = useAttachToReceipt(receiptId);
  const [sending, setSending] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (files: readonly File[]) => {
    setError(null);
    for (const file of files) {
      setSending(file.name);
      try {
        const upload = await uploadFile(file, () => undefined, new AbortController().signal);
        await attach.mutateAsync(upload.id);
      } catch (refusal) {
        setError(refusal);
      }
    }
    setSending(null);
  };
  return { sending, error, send };
}

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
  const policy = useUploadPolicy();
  const detach = useDetachFromReceipt(receipt.id);
  const { sending, error, send } = useSending(receipt.id);
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
        <p className="no-print flex flex-wrap items-center gap-3">
          <label htmlFor={`${id}-file`} className="font-bold">
            {t('receipt.addFiles')}
          </label>
          <input
            id={`${id}-file`}
            type="file"
            multiple
            accept={policy.data?.extensions.map((extension) => `.${extension.replace(/^\./u, '')}`).join(',')}
            disabled={sending !== null}
            onChange={(event) => {
              void send([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </p>
      )}
      {sending && <p role="status">{t('receipt.sending', { name: sending })}</p>}
      {error !== null && <ProblemNote error={error} />}
      {detach.error && <ProblemNote error={detach.error} />}
    </section>
  );
}
