import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ActKind } from '../../shared/acts/act-request';
import { useActs } from '../../shared/acts/use-acts';
import { useApproval } from '../../shared/api/approval';
import { useDocument } from '../../shared/api/documents';
import { noteSettled } from '../../shared/api/inbox';
import type { BulkKind, InboxItem } from '../../shared/api/types';
import { attachmentTabs, defaultTab } from '../../shared/pane/use-document-tabs';
import { agreeing, rowKey } from './inbox-item';
import { conditionsOf, type InboxSearch } from './inbox-search';
import { useApprove } from './use-approve';
import { useInboxCursor } from './use-inbox-cursor';
import { useInboxList, usePrefetchNext } from './use-inbox-list';
import { useInboxShortcuts } from './use-inbox-shortcuts';
import { useReadNow } from './use-read-now';
import { useUndo } from './use-undo';
import { useWhenShown } from './use-when-shown';

type Shown = ReturnType<typeof useShownDocument>;

/** After these the matter still waits for the same person. */
const staying: readonly ActKind[] = ['add_seat', 'remove_seat', 'recall', 'cancel_pull_up'];

/** The document of the row under the cursor; it follows the cursor as fast as the browser can draw. */
function useShownDocument(items: readonly InboxItem[], cursor: string | null) {
  const settled = useDeferredValue(cursor);
  const item = items.find((one) => rowKey(one) === settled) ?? null;
  const id = item?.documentId ?? null;
  return { item, document: useDocument(id), approval: useApproval(id) };
}

/** Moves between the sheet and the attachments. */
function nextTab({ document }: Shown, tab: string | undefined, by: number): string | null {
  if (!document.data) return null;
  const names = ['sheet', ...attachmentTabs(document.data).map((one) => one.key)];
  const now = Math.max(0, names.indexOf(tab ?? defaultTab(document.data)));
  return names[(now + by + names.length) % names.length] ?? null;
}

/** The inbox as one state machine: rows, cursor and ticks, the document shown, and what the keys and buttons do. */
export function useInboxScreen() {
  const search = useSearch({ from: '/shell/inbox' });
  const navigate = useNavigate();
  const conditions = useMemo(() => conditionsOf({ ...search }), [search]);
  const list = useInboxList(conditions);
  const { items, keys, tickable } = list;
  const [selection, dispatch] = useInboxCursor(items, search);
  const [bulk, setBulk] = useState<{ items: readonly InboxItem[]; kind: BulkKind } | null>(null);
  const heading = useRef<HTMLDivElement>(null);
  const undo = useUndo();
  const quick = useApprove(search.view, undo, (key) => dispatch({ type: 'place', key }));
  const markRead = useReadNow();
  const shown = useShownDocument(items, selection.cursor);
  usePrefetchNext(items, keys.indexOf(selection.cursor ?? ''));

  const go = (to: InboxSearch, replace: boolean) => void navigate({ to: '/inbox', search: to, replace });
  const leave = (gone: ReadonlySet<string>) => {
    noteSettled(gone);
    list.settle();
    dispatch({ type: 'leave', keys, gone });
  };
  const open = items.filter((item) => !list.gone.has(rowKey(item)));
  const ticked = open.filter((item) => selection.selected.has(rowKey(item)));
  const acts = useActs({
    title: shown.item?.title ?? '',
    approval: shown.approval.data,
    document: shown.document.data,
    onActed: (kind) => shown.item && !staying.includes(kind) && leave(new Set([rowKey(shown.item)])),
  });
  const shownKey = shown.item ? rowKey(shown.item) : null;
  const whenShown = useWhenShown(selection.cursor, { row: shownKey, status: shown.approval.status, acts });
  const approve = () => {
    const targets = ticked.length > 0 ? ticked : open.filter((item) => rowKey(item) === selection.cursor);
    const [only] = targets;
    if (targets.length > 1) setBulk({ items: targets, kind: agreeing(search.view) });
    else if (only?.inStead) whenShown((now) => now.agree());
    else if (only && quick(only)) leave(new Set([rowKey(only)]));
  };
  const sendBack = () => {
    if (ticked.length > 1 && search.view !== 'post_review') setBulk({ items: ticked, kind: 'return' });
    else whenShown((now) => now.startKind('return'));
  };
  const openRow = (key: string) => {
    dispatch({ type: 'place', key });
    go({ ...conditions, row: key, open: true }, false);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const closeRow = () => go({ ...conditions, ...(search.row ? { row: search.row } : {}) }, false);
  // The address follows the cursor after a rest; a tab belongs to the row it was chosen on.
  const shownTab = search.row === shownKey ? search.tab : undefined;
  const showTab = (tab: string | null) => tab && shownKey && go({ ...search, row: shownKey, tab }, true);
  const commands = { keys, tickable, dispatch, approve, sendBack, undo: undo.run };
  useInboxShortcuts({
    ...commands,
    acts: {
      startKind: (kind) => whenShown((now) => now.startKind(kind)),
      comment: () => whenShown((now) => now.comment()),
    },
    markRead: () => {
      const item = items.find((one) => rowKey(one) === selection.cursor);
      if (item) markRead(item);
    },
    open: () => selection.cursor && openRow(selection.cursor),
    turnTab: (by) => showTab(nextTab(shown, shownTab, by)),
  });
  return {
    ...list,
    search,
    conditions,
    selection,
    dispatch,
    ticked,
    shown,
    acts,
    bulk,
    setBulk,
    heading,
    leave,
    undo,
    approve,
    sendBack,
    openRow,
    closeRow,
    /** On a narrow screen: the document stands in the place of the list, as long as there is one. */
    reading: search.open === true && (list.inbox.isPending || items.length > 0),
    shownTab,
    showTab,
  };
}
