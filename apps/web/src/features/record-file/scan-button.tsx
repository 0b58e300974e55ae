import { useRef, useState } from 'react';
import { uploadFile } from '../../shared/api/attachments';
import type { PaperRecord, useFilePaperStep } from '../../shared/api/file-paper';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';

interface ScanButtonProps {
  readonly record: PaperRecord;
  readonly step: ReturnType<typeof useFilePaperStep>;
}

/** The scan of a record of paper is sent; somebody else counts its pages (SUB-1). */
export function ScanButton({ record, step }: ScanButtonProps) {
  const t = useT();
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const send = async (file: File) => {
    setSending(true);
    setError(null);
    try {
      const { id } = await uploadFile(file, () => undefined, new AbortController().signal);
      await step.mutateAsync({ do: 'scan', paperRecordId: record.id, uploadId: id });
      announce(t('paper.done'));
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/pdf"
        className="hidden"
        aria-label={t('paperFile.scanOf', { title: record.title })}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
      <Button
        look="quiet"
        disabled={sending}
        aria-label={t('paperFile.scanOf', { title: record.title })}
        onClick={() => input.current?.click()}
      >
        {t('paperFile.scan')}
      </Button>
      {error !== null && <ProblemNote error={error} />}
    </>
  );
}
