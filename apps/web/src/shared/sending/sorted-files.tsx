import { useState, type DragEvent, type ReactNode } from 'react';
import { useT } from '../i18n/translate';
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

/** The ids after the file at `from` was put at `to`. */
export function movedTo(ids: readonly string[], from: number, to: number): string[] {
  const [moved] = ids.slice(from, from + 1);
  return moved === undefined ? [...ids] : ids.toSpliced(from, 1).toSpliced(to, 0, moved);
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
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    if (busy || from === to || to < 0 || to >= files.length) return;
    onOrder(
      movedTo(
        files.map(({ id }) => id),
        from,
        to,
      ),
    );
  };
  const drop = (event: DragEvent, at: number) => {
    if (dragged === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(dragged, at);
    setDragged(null);
    setOver(null);
  };
  return (
    <ol className="divide-y divide-line border-y border-line empty:hidden">
      {files.map((one, at) => (
        <li
          key={one.id}
          draggable={!busy && files.length > 1}
          onDragStart={() => setDragged(at)}
          onDragEnd={() => {
            setDragged(null);
            setOver(null);
          }}
          onDragOver={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            setOver(at);
          }}
          onDrop={(event) => drop(event, at)}
          onKeyDown={(event) => {
            const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0) : 0;
            if (by === 0) return;
            event.preventDefault();
            move(at, at + by);
          }}
          className={cx('flex flex-wrap items-center gap-2 py-1.5', over === at && dragged !== at && 'bg-key-50')}
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
