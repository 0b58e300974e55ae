import { useRef, useState, type FormEvent } from 'react';
import { useAddFile } from '../../shared/api/attachments';
import type { Document } from '../../shared/api/types';
import { newKey } from '../../shared/api/write';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { formatBytes } from '../../shared/money/yen';
import { FileDrop } from '../../shared/sending/file-drop';
import { sendFile } from '../../shared/sending/send-file';
import { SortedFiles } from '../../shared/sending/sorted-files';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

/** Sends the files in the order of the list, each once: a second try after a refusal adds what is already there. */
function useAdding(documentId: string) {
  const add = useAddFile(documentId);
  const sent = useRef(new Map<File, string>());
  const [part, setPart] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const sendOne = async (file: File, reason: string) => {
    const { signal } = new AbortController();
    const uploadId = sent.current.get(file) ?? (await sendFile(file, { onProgress: setPart, signal })).id;
    sent.current.set(file, uploadId);
    await add.mutateAsync({ uploadId, reason });
  };
  /** @returns how many were added; the rest failed, and why is said */
  const send = async (files: readonly File[], reason: string): Promise<number> => {
    setError(null);
    let added = 0;
    try {
      for (const file of files) {
        await sendOne(file, reason);
        added += 1;
      }
    } catch (failure) {
      setError(failure);
    }
    setPart(null);
    return added;
  };
  return { part, error, send };
}

interface Chosen {
  readonly id: string;
  readonly fileName: string;
  readonly file: File;
}

function useChosen() {
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  return {
    chosen,
    add: (files: readonly File[]) =>
      setChosen((all) => [...all, ...files.map((file) => ({ id: newKey(), fileName: file.name, file }))]),
    remove: (id: string) => setChosen((all) => all.filter((one) => one.id !== id)),
    order: (ids: readonly string[]) =>
      setChosen((all) => all.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))),
    keepFrom: (n: number) => setChosen((all) => all.slice(n)),
  };
}

function AddFileSheet({ document, onClose }: { document: Document; onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const files = useChosen();
  const [reason, setReason] = useState('');
  const { part, error, send } = useAdding(document.id);
  const sending = part !== null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (files.chosen.length === 0 || !reason.trim()) return;
    const added = await send(
      files.chosen.map(({ file }) => file),
      reason.trim(),
    );
    files.keepFrom(added);
    if (added < files.chosen.length) return;
    announce(t('addition.done'));
    onClose();
  };
  return (
    <SheetDialog title={t('addition.add')} onClose={onClose} dismissable={!sending}>
      <form onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-3">
        <p>{t('addition.help')}</p>
        <FileDrop label={t('addition.file')} disabled={sending} onFiles={files.add} />
        <SortedFiles
          files={files.chosen}
          busy={sending}
          note={({ file }) => formatBytes(file.size)}
          onOrder={files.order}
          onRemove={files.remove}
        />
        <TextInput id="addition-reason" label={t('addition.reason')} value={reason} required onChange={setReason} />
        {sending && (
          <progress value={part} aria-label={t('sending.progress', { name: files.chosen[0]?.fileName ?? '' })} />
        )}
        {error !== null && <ProblemNote error={error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={sending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={sending || files.chosen.length === 0 || reason.trim() === ''}>
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
