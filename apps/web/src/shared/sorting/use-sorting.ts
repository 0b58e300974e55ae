import { useState, type DragEvent, type KeyboardEvent } from 'react';

/** The list after what stands at `from` was put at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const one = list.slice(from, from + 1);
  return list.toSpliced(from, 1).toSpliced(to, 0, ...one);
}

/** Rows in an order that the person decides: by dragging one, or by Alt with the arrows. Buttons are the rows' own. */
export function useSorting(count: number, onMove: (from: number, to: number) => void, busy = false) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    if (!busy && from !== to && to >= 0 && to < count) onMove(from, to);
  };
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const rowProps = (at: number) => ({
    draggable: !busy && count > 1,
    onDragStart: (event: DragEvent) => {
      // Some browsers drag only what carries something.
      event.dataTransfer.setData('text/plain', '');
      event.dataTransfer.effectAllowed = 'move';
      setDragged(at);
    },
    onDragEnd: end,
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setOver(at);
    },
    onDrop: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      event.stopPropagation();
      move(dragged, at);
      end();
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0) : 0;
      if (by === 0) return;
      event.preventDefault();
      move(at, at + by);
    },
  });
  return { move, rowProps, isTarget: (at: number) => over === at && dragged !== null && dragged !== at };
}
