import { useNavigate } from '@tanstack/react-router';
import { useEffect, useReducer, useRef } from 'react';
import type { InboxItem } from '../../shared/api/types';
import type { InboxSearch } from './inbox-search';
import { rowKey } from './inbox-item';
import { noSelection, selectionReducer } from './selection';

const addressAfter = 250;

/** The same list with the cursor there; a tab belongs to the row it was chosen on. */
const addressAt = ({ tab: _, ...search }: InboxSearch, row: string): InboxSearch => ({ ...search, row });

/** Cursor and ticks; the cursor's row is written into the address once it rests, so that a key press costs no navigation. */
export function useInboxCursor(items: readonly InboxItem[], search: InboxSearch) {
  const navigate = useNavigate();
  const [selection, dispatch] = useReducer(selectionReducer, { ...noSelection, cursor: search.row ?? null });
  const { cursor } = selection;
  const { row } = search;
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  const known = items.some((item) => rowKey(item) === cursor);
  const first = items[0];

  useEffect(() => {
    if (!known && first) dispatch({ type: 'place', key: rowKey(first) });
  }, [known, first]);

  useEffect(() => {
    if (cursor === null || !known || cursor === row) return;
    const timer = setTimeout(() => {
      void navigate({ to: '/inbox', search: addressAt(latest.current, cursor), replace: true });
    }, addressAfter);
    return () => clearTimeout(timer);
  }, [cursor, known, row, navigate]);

  return [selection, dispatch] as const;
}
