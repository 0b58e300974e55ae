import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useMe } from '../api/session';
import { useT } from '../i18n/translate';
import { usePaneShare } from './pane-share';

const step = 2;

interface PaneSplitProps {
  /** Under which the width is remembered. */
  name: string;
  /** Share of the left pane before anybody has moved it, in per cent. */
  first: number;
  left: ReactNode;
  right: ReactNode;
}

/** Two panes and the line between them, moved by dragging or by arrow keys; every person finds it where they left it. */
export function PaneSplit({ name, first, left, right }: PaneSplitProps) {
  const t = useT();
  const [share, setShare] = usePaneShare(useMe().staffNo, name, first);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setShare(share + by);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const line = event.currentTarget;
    const room = line.parentElement?.getBoundingClientRect();
    if (!room || !line.hasPointerCapture(event.pointerId)) return;
    setShare(((event.clientX - room.left) / room.width) * 100);
  };
  return (
    <div
      className="grid h-full"
      style={{ gridTemplateColumns: `minmax(0, ${share}fr) 0.75rem minmax(0, ${100 - share}fr)` }}
    >
      {left}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t('pane.width')}
        aria-valuenow={share}
        aria-valuemin={25}
        aria-valuemax={75}
        tabIndex={0}
        className="flex cursor-col-resize touch-none items-center justify-center border-x border-line bg-solid-gray-50 text-12 text-quiet select-none"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onDoubleClick={() => setShare(first)}
      >
        <span aria-hidden="true">⋮</span>
      </div>
      {right}
    </div>
  );
}
