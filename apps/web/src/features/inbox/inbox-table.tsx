import { useRouter } from '@tanstack/react-router';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState, type Dispatch } from 'react';
import type { InboxConditions } from '../../shared/api/inbox';
import type { InboxItem } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { canTick, rowKey } from './inbox-item';
import { InboxRow, rowColumns } from './inbox-row';
import type { Selection, SelectionAction } from './selection';

/** More than a large window shows: these stand first. */
const firstRows = 30;

interface InboxTableProps {
  items: readonly InboxItem[];
  gone: ReadonlySet<string>;
  today: string;
  conditions: InboxConditions;
  selection: Selection;
  dispatch: Dispatch<SelectionAction>;
  onOpen: (key: string) => void;
}

/** A long list stands with its first rows, down to that of the cursor; the others come when those have been drawn. */
function useDrawn(items: readonly InboxItem[], cursor: string | null): readonly InboxItem[] {
  const [whole, setWhole] = useState(items.length <= firstRows);
  useEffect(() => startTransition(() => setWhole(true)), []);
  if (whole) return items;
  return items.slice(0, Math.max(firstRows, 1 + items.findIndex((item) => rowKey(item) === cursor)));
}

/** The waiting documents. The cursor row is always in view; focus follows it while the list has the focus. */
export function InboxTable({ items, gone, today, conditions, selection, dispatch, onOpen }: InboxTableProps) {
  const t = useT();
  const body = useRef<HTMLTableSectionElement>(null);
  const tickable = useMemo(
    () =>
      items
        .map((item) => ({ item, key: rowKey(item) }))
        .filter(({ item, key }) => canTick(item) && !gone.has(key))
        .map(({ key }) => key),
    [items, gone],
  );
  const ticked = tickable.filter((key) => selection.selected.has(key)).length;
  const { cursor } = selection;
  const drawn = useDrawn(items, cursor);
  const shownBefore = useRef(false);

  useEffect(() => {
    if (cursor === null) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(cursor)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    const active = document.activeElement;
    const free = active === document.body && shownBefore.current;
    shownBefore.current = true;
    if (free || body.current?.contains(active)) {
      row?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
    }
  }, [cursor]);

  // Each row is an address of its own, with all that narrows the list down.
  const router = useRouter();
  const here = useMemo(() => router.buildLocation({ to: '/inbox', search: conditions }).href, [router, conditions]);
  // Rows are drawn again only for what they show: what a click does is looked up when it comes.
  const latest = useRef({ tickable, onOpen });
  useEffect(() => {
    latest.current = { tickable, onOpen };
  });
  const range = useCallback((to: string) => dispatch({ type: 'range', keys: latest.current.tickable, to }), [dispatch]);
  const open = useCallback((key: string) => latest.current.onOpen(key), []);

  return (
    <table role="table" className="block">
      <caption className="sr-only">{t(`view.${conditions.view}`)}</caption>
      <thead
        role="rowgroup"
        className="sticky top-0 z-10 block bg-white text-left text-13 shadow-[inset_0_-1px_0_var(--color-solid-gray-536)]"
      >
        <tr role="row" className={rowColumns}>
          <th role="columnheader" className="border-l-4 border-transparent font-normal">
            <label className="flex min-h-9 items-center justify-center">
              <span className="sr-only">{t('inbox.tickAll', { n: tickable.length })}</span>
              <input
                type="checkbox"
                disabled={tickable.length === 0}
                checked={ticked > 0 && ticked === tickable.length}
                ref={(box) => {
                  if (box) box.indeterminate = ticked > 0 && ticked < tickable.length;
                }}
                onChange={() => dispatch({ type: 'all', keys: tickable })}
              />
            </label>
          </th>
          <th role="columnheader" className="self-center font-normal">
            {t('inbox.title')}
          </th>
          <th role="columnheader" className="hidden self-center font-normal @xl:block">
            {t('inbox.drafter')}
          </th>
          <th role="columnheader" className="hidden self-center pr-3 text-right font-normal @xl:block">
            {t('inbox.amount')}
          </th>
          <th role="columnheader" className="hidden self-center font-normal @xl:block">
            {t('inbox.due')}
          </th>
        </tr>
      </thead>
      <tbody ref={body} role="rowgroup" className="block">
        {drawn.map((item) => {
          const key = rowKey(item);
          return (
            <InboxRow
              key={key}
              item={item}
              today={today}
              href={`${here}&row=${encodeURIComponent(key)}`}
              gone={gone.has(key)}
              current={key === cursor}
              ticked={selection.selected.has(key)}
              dispatch={dispatch}
              onRange={range}
              onOpen={open}
            />
          );
        })}
      </tbody>
    </table>
  );
}
