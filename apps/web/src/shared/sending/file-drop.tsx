import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { useUploadPolicy } from '../api/attachments';
import { useT } from '../i18n/translate';
import { formatBytes } from '../money/yen';
import { ChooseFiles } from '../ui/choose-files';
import { cx } from '../ui/class-names';
import { nameOfPasted } from './pasted-name';

interface FileDropProps {
  /** What the button that opens the chooser says. */
  readonly label: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Pictures and files from the clipboard; where text came along (cells of a spreadsheet) it is the text that was meant. */
function usePastedFiles(onFiles: (files: readonly File[]) => void, pastedName: string) {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const onPaste = ({ clipboardData: data }: ClipboardEvent) => {
      if (!data || data.files.length === 0 || data.types.includes('text/plain')) return;
      latest.current([...data.files].map((file) => nameOfPasted(file, pastedName, new Date())));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [pastedName]);
}

/** The place for files: chosen, dropped on it, or pasted anywhere on the screen. It only hands them over. */
export function FileDrop({ label, disabled = false, onFiles }: FileDropProps) {
  const t = useT();
  const id = useId();
  const policy = useUploadPolicy();
  const [over, setOver] = useState(false);
  usePastedFiles((files) => !disabled && onFiles(files), t('sending.pastedName'));
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled && event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      data-file-drop
      className={cx(
        'no-print rounded-8 border-2 border-dashed p-4 text-center',
        over ? 'border-key-900 bg-key-50' : 'border-solid-gray-536',
      )}
    >
      <ChooseFiles
        id={id}
        label={label}
        multiple
        disabled={disabled}
        accept={policy.data?.extensions.map((extension) => `.${extension.replace(/^\./u, '')}`).join(',')}
        onFiles={onFiles}
      />{' '}
      {t('sending.orDrop')}
      {policy.data && (
        <p className="mt-1 text-13 text-quiet">{t('sending.limit', { size: formatBytes(policy.data.maxBytes) })}</p>
      )}
    </div>
  );
}
