import { useEffect, useState } from 'react';
import type { Acts } from '../../shared/acts/use-acts';

interface Pane {
  /** The row whose document stands in the pane; it may lag behind the cursor. */
  readonly row: string | null;
  /** Whether it is known yet what may be done with it. */
  readonly status: 'pending' | 'success' | 'error';
  readonly acts: Acts;
}

interface Wish {
  readonly row: string;
  readonly ask: (acts: Acts) => void;
}

/**
 * Keys mean the row under the cursor, and may be faster than the pane: what they ask for waits until the pane has come to
 * that row, and is dropped when the cursor goes on before, or when the document cannot be shown.
 */
export function useWhenShown(cursor: string | null, { row, status, acts }: Pane) {
  const [wish, setWish] = useState<Wish | null>(null);
  useEffect(() => {
    if (wish === null) return;
    if (wish.row !== cursor) setWish(null);
    else if (row === cursor && status !== 'pending') {
      setWish(null);
      if (status === 'success') wish.ask(acts);
    }
  }, [wish, cursor, row, status, acts]);
  return (ask: Wish['ask']) => {
    if (row === cursor && status === 'success') ask(acts);
    else if (cursor !== null) setWish({ row: cursor, ask });
  };
}
