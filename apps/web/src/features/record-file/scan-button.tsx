import { useRef, useState } from 'react';
import type { PaperRecord, useFilePaperStep } from '../../shared/api/file-paper';
import { useT } from '../../shared/i18n/translate';
import { sendFile } from '../../shared/sending/send-file';
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
  const [part, setPart] = useState<number | null>(null);
  const send = async (file: File) => {
    setPart(0);
    setError(null);
    try {
      const { id } = await sendFile(file, { onProgress: setPart, signal: new AbortController().signal });
      await step.mutateAsync({ do: 'scan', paperRecordId: record.id, uploadId: id });
      announce(t('paper.done'));
    } catch (failure) {
      setError(failure);
    } finally {
      setPart(null);
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
        disabled={part !== null}
        aria-label={t('paperFile.scanOf', { title: record.title })}
        onClick={() => input.current?.click()}
      >
        {t('paperFile.scan')}
      </Button>
      {part !== null && <span role="status">{t('sending.percent', { n: Math.floor(part * 100) })}</span>}
      {error !== null && <ProblemNote error={error} />}
    </>
  );
}
