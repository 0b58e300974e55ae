import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { useMe } from '../api/session';
import { useT } from '../i18n/translate';
import { cx } from './class-names';
import { leastShare, mostShare, usePaneShare } from './pane-share';

const step = 2;

/** The panes on both sides of the line. */
function sidesOf(line: Element | null) {
  const left = line?.previousElementSibling?.getBoundingClientRect();
  const right = line?.nextElementSibling?.getBoundingClientRect();
  if (!left || !right || left.width + right.width === 0) return null;
  return { from: left.left, until: right.right, share: Math.round((100 * left.width) / (left.width + right.width)) };
}

interface PaneLineProps {
  /** Under which the width is remembered. */
  name: string;
  /** Share of the left pane before anybody has moved it; as it is measured where the screen says none. */
  first?: number;
  className: string;
}

/**
 * The line between the panes beside it, moved by dragging or by arrow keys; every person finds it where they left it. The grid
 * around it takes their widths from `--pane-left` and `--pane-right`, which are there once somebody has moved it.
 */
export default function PaneLine({ name, first, className }: PaneLineProps) {
  const t = useT();
  const line = useRef<HTMLDivElement>(null);
  const [kept, keep] = usePaneShare(useMe().staffNo, name);
  const [measured, setMeasured] = useState(50);
  const now = kept ?? first ?? measured;
  useLayoutEffect(() => {
    const panes = line.current?.parentElement;
    if (kept !== null) {
      panes?.style.setProperty('--pane-left', `${kept}fr`);
      panes?.style.setProperty('--pane-right', `${100 - kept}fr`);
    } else setMeasured(sidesOf(line.current)?.share ?? 50);
    return () => {
      panes?.style.removeProperty('--pane-left');
      panes?.style.removeProperty('--pane-right');
    };
  }, [kept]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    keep(now + by);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const sides = sidesOf(line.current);
    if (!sides || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    keep(((event.clientX - sides.from) / (sides.until - sides.from)) * 100);
  };
  return (
    <div
      ref={line}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('pane.width')}
      aria-valuenow={now}
      aria-valuemin={leastShare}
      aria-valuemax={mostShare}
      tabIndex={0}
      className={cx(
        'cursor-col-resize touch-none items-center justify-center text-12 text-quiet select-none',
        className,
      )}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => keep(null)}
    >
      <span aria-hidden="true">⋮</span>
    </div>
  );
}
