import { useState, type FormEvent } from 'react';
import { uploadFile, useAddFile } from '../../shared/api/attachments';
import type { Document } from '../../shared/api/types';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

/** Sends the file once: a second try after a refusal adds what is already there. */
function useSending(documentId: string, onDone: () => void) {
  const add = useAddFile(documentId);
  const [sent, setSent] = useState<{ file: File; uploadId: string } | null>(null);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File, reason: string) => {
    setSending(true);
    setError(null);
    try {
      const known = sent?.file === file ? sent.uploadId : null;
      const uploadId = known ?? (await uploadFile(file, () => undefined, new AbortController().signal)).id;
      setSent({ file, uploadId });
      await add.mutateAsync({ uploadId, reason });
      onDone();
    } catch (failure) {
      setError(failure);
      setSending(false);
    }
  };
  return { sending, error, send };
}

function AddFileSheet({ document, onClose }: { document: Document; onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState('');
  const { sending, error, send } = useSending(document.id, () => {
    announce(t('addition.done'));
    onClose();
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (file && reason.trim()) void send(file, reason.trim());
  };
  return (
    <SheetDialog title={t('addition.add')} onClose={onClose} dismissable={!sending}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <p>{t('addition.help')}</p>
        <FieldFrame id="addition-file" label={t('addition.file')} required>
          <input
            id="addition-file"
            type="file"
            className={inputClass(false)}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </FieldFrame>
        <TextInput id="addition-reason" label={t('addition.reason')} value={reason} required onChange={setReason} />
        {error !== null && <ProblemNote error={error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={sending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={sending || !file || reason.trim() === ''}>
            {t('addition.do')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}

/** 決裁後の追加: a file beside the sealed content, with a reason (RULE-61). */
export function AddFile({ document }: { document: Document }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('addition.add')}</Button>
      {open && <AddFileSheet document={document} onClose={() => setOpen(false)} />}
    </>
  );
}
