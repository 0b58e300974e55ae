import type { ReactNode } from 'react';
import PaneLine from './pane-line';

interface PaneSplitProps {
  /** Under which the width is remembered. */
  name: string;
  /** Share of the left pane before anybody has moved it, in per cent. */
  first: number;
  left: ReactNode;
  right: ReactNode;
}

/** Two panes and the line between them. */
export function PaneSplit({ name, first, left, right }: PaneSplitProps) {
  const columns = `minmax(0, var(--pane-left, ${first}fr)) 0.75rem minmax(0, var(--pane-right, ${100 - first}fr))`;
  return (
    <div className="grid h-full min-h-0 grid-rows-[minmax(0,1fr)]" style={{ gridTemplateColumns: columns }}>
      {left}
      <PaneLine name={name} first={first} className="flex border-x border-line bg-solid-gray-50" />
      {right}
    </div>
  );
}
