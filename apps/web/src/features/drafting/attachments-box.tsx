import { useId, useState, type DragEvent } from 'react';
import { useDetach, useOrderAttachments, useUploadPolicy } from '../../shared/api/attachments';
import type { Attachment } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { formatBytes } from '../../shared/money/yen';
import { Button, buttonClass } from '../../shared/ui/button';
import { cx } from '../../shared/ui/class-names';
import { ProblemNote, problemText } from '../../shared/ui/problem-note';
import type { RunningUpload, Uploads } from './use-uploads';

interface AttachmentsBoxProps {
  documentId: string | null;
  attachments: readonly Attachment[];
  uploads: Uploads;
}

function UploadLine({ upload, onForget }: { upload: RunningUpload; onForget: () => void }) {
  const t = useT();
  const name = t('attachments.progress', { name: upload.name });
  return (
    <li className="flex flex-wrap items-center gap-2 py-1.5">
      <span>{upload.name}</span>
      {upload.error ? (
        <span role="alert" className="text-13 font-bold text-vermilion">
          {problemText(upload.error, t)}
        </span>
      ) : (
        <progress value={upload.part} aria-label={name} className="h-2 w-32" />
      )}
      <Button look="link" className="text-13" onClick={onForget}>
        {upload.error ? t('attachments.dismiss') : t('attachments.cancel')}
      </Button>
    </li>
  );
}

function AttachmentLines({ documentId, attachments }: { documentId: string; attachments: readonly Attachment[] }) {
  const t = useT();
  const detach = useDetach(documentId);
  const order = useOrderAttachments(documentId);
  const busy = detach.isPending || order.isPending;
  const move = (at: number, by: number) => {
    const ids = attachments.map((one) => one.id);
    const [moved] = ids.splice(at, 1);
    if (moved) order.mutate(ids.toSpliced(at + by, 0, moved));
  };
  const error = detach.error ?? order.error;
  return (
    <>
      {error && <ProblemNote error={error} />}
      <ol className="divide-y divide-line border-y border-line empty:hidden">
        {attachments.map((one, at) => (
          <li key={one.id} className="flex flex-wrap items-center gap-2 py-1.5">
            <span className="min-w-0 flex-1">
              {at + 1}. {one.fileName}{' '}
              <span className="text-13 text-quiet">
                {formatBytes(one.bytes)} {one.pages !== null && t('attachment.pages', { n: one.pages })}
              </span>
            </span>
            <Button
              look="quiet"
              disabled={busy || at === 0}
              aria-label={t('attachments.up', { name: one.fileName })}
              onClick={() => move(at, -1)}
            >
              ↑
            </Button>
            <Button
              look="quiet"
              disabled={busy || at === attachments.length - 1}
              aria-label={t('attachments.down', { name: one.fileName })}
              onClick={() => move(at, 1)}
            >
              ↓
            </Button>
            <Button
              look="quiet"
              disabled={busy}
              aria-label={t('attachments.remove', { name: one.fileName })}
              onClick={() => detach.mutate(one.id)}
            >
              {t('form.remove')}
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Enclosures: dropped or chosen, sent with progress, put in order, taken away. */
export function AttachmentsBox({ documentId, attachments, uploads }: AttachmentsBoxProps) {
  const t = useT();
  const id = useId();
  const policy = useUploadPolicy();
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void uploads.add([...event.dataTransfer.files]);
  };
  return (
    <section aria-labelledby={`${id}-heading`} className="flex flex-col gap-2 border-t border-line pt-4">
      <h2 id={`${id}-heading`} className="text-16">
        {t('attachments.heading')}
      </h2>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cx(
          'rounded-8 border-2 border-dashed p-4 text-center',
          over ? 'border-key-900 bg-key-50' : 'border-solid-gray-536',
        )}
      >
        <label
          htmlFor={id}
          className={buttonClass('secondary', 'has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-black')}
        >
          {t('attachments.choose')}
          <input
            id={id}
            type="file"
            multiple
            accept={policy.data?.extensions
              .map((extension) => (extension.startsWith('.') ? extension : `.${extension}`))
              .join(',')}
            className="sr-only"
            onChange={(event) => {
              void uploads.add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>{' '}
        {t('attachments.orDrop')}
        {policy.data && (
          <p className="mt-1 text-13 text-quiet">
            {t('attachments.limit', { size: formatBytes(policy.data.maxBytes) })}
          </p>
        )}
      </div>
      <ul>
        {uploads.running.map((upload) => (
          <UploadLine key={upload.id} upload={upload} onForget={() => uploads.forget(upload.id)} />
        ))}
      </ul>
      {documentId && <AttachmentLines documentId={documentId} attachments={attachments} />}
    </section>
  );
}
