import type { ReactNode } from 'react';
import { useT } from '../i18n/translate';
import { moved, useSorting } from '../sorting/use-sorting';
import { Button } from '../ui/button';
import { cx } from '../ui/class-names';

interface SortedFile {
  readonly id: string;
  readonly fileName: string;
}

interface SortedFilesProps<T extends SortedFile> {
  readonly files: readonly T[];
  readonly busy: boolean;
  readonly note: (file: T) => ReactNode;
  /** Small picture of the file, where there is one. */
  readonly picture?: (file: T) => ReactNode;
  readonly onOrder: (ids: string[]) => void;
  /** Absent where they are taken away elsewhere. */
  readonly onRemove?: (id: string) => void;
}

/** Files in an order that the person decides: by buttons, by Alt with the arrows, or by dragging a line. */
export function SortedFiles<T extends SortedFile>({
  files,
  busy,
  note,
  picture,
  onOrder,
  onRemove,
}: SortedFilesProps<T>) {
  const t = useT();
  const { move, rowProps, isTarget } = useSorting(
    files.length,
    (from, to) =>
      onOrder(
        moved(
          files.map(({ id }) => id),
          from,
          to,
        ),
      ),
    busy,
  );
  return (
    <ol className="divide-y divide-line border-y border-line empty:hidden">
      {files.map((one, at) => (
        <li
          key={one.id}
          {...rowProps(at)}
          className={cx('flex flex-wrap items-center gap-2 py-1.5', isTarget(at) && 'bg-key-50')}
        >
          {picture?.(one)}
          <span className="min-w-0 flex-1 break-all">
            {at + 1}. {one.fileName} <span className="text-13 text-quiet">{note(one)}</span>
          </span>
          <Button
            look="quiet"
            disabled={busy || at === 0}
            aria-label={t('attachments.up', { name: one.fileName })}
            onClick={() => move(at, at - 1)}
          >
            ↑
          </Button>
          <Button
            look="quiet"
            disabled={busy || at === files.length - 1}
            aria-label={t('attachments.down', { name: one.fileName })}
            onClick={() => move(at, at + 1)}
          >
            ↓
          </Button>
          {onRemove && (
            <Button
              look="quiet"
              disabled={busy}
              aria-label={t('attachments.remove', { name: one.fileName })}
              onClick={() => onRemove(one.id)}
            >
              {t('form.remove')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
