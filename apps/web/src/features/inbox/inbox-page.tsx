import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useActs } from '../../shared/acts/use-acts';
import { approvalQuery, useApproval } from '../../shared/api/approval';
import { documentQuery, useDocument } from '../../shared/api/documents';
import { useInbox } from '../../shared/api/inbox';
import { useMe } from '../../shared/api/session';
import type { InboxItem } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { attachmentTabs, defaultTab } from '../../shared/pane/use-document-tabs';
import { prefetchPdfViewer } from '../../shared/pdf/lazy-pdf';
import { Button } from '../../shared/ui/button';
import { cx } from '../../shared/ui/class-names';
import { Loading } from '../../shared/ui/loading';
import { usePageTitle } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { BulkSheet } from './bulk-sheet';
import { canTick, rowKey } from './inbox-item';
import { InboxList } from './inbox-list';
import { InboxPane } from './inbox-pane';
import { InboxViews } from './inbox-views';
import { useApprove } from './use-approve';
import { useInboxCursor } from './use-inbox-cursor';
import { useInboxShortcuts } from './use-inbox-shortcuts';

const prefetched = 2;

/** The inbox: what waits for me at the left, the document under the cursor at the right. */
export function InboxPage() {
  const t = useT();
  const me = useMe();
  const search = useSearch({ from: '/shell/inbox' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const inbox = useInbox(search.view);
  const items = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data]);
  const keys = useMemo(() => items.map(rowKey), [items]);
  const tickable = useMemo(() => items.filter(canTick).map(rowKey), [items]);
  const [selection, dispatch] = useInboxCursor(items, search);
  const [bulk, setBulk] = useState<readonly InboxItem[] | null>(null);
  const heading = useRef<HTMLDivElement>(null);
  const approveOne = useApprove();
  usePageTitle(t('nav.inbox'));
  useEffect(prefetchPdfViewer, []);

  const byKey = (key: string | null) => items.find((item) => rowKey(item) === key) ?? null;
  const ticked = items.filter((item) => selection.selected.has(rowKey(item)));
  const shown = byKey(useDeferredValue(selection.cursor));
  const document = useDocument(shown?.documentId ?? null);
  const approval = useApproval(shown?.documentId ?? null);
  const at = keys.indexOf(selection.cursor ?? '');

  useEffect(() => {
    for (const next of items.slice(at + 1, at + 1 + prefetched)) {
      void client.prefetchQuery(documentQuery(next.documentId));
      void client.prefetchQuery(approvalQuery(next.documentId));
    }
  }, [items, at, client]);

  const leave = (gone: ReadonlySet<string>) => dispatch({ type: 'leave', keys, gone });
  const acts = useActs({
    title: shown?.title ?? '',
    approval: approval.data,
    onActed: () => shown && leave(new Set([rowKey(shown)])),
  });
  const approve = () => {
    const targets = ticked.length > 0 ? ticked : items.filter((item) => rowKey(item) === selection.cursor);
    const [only] = targets;
    if (targets.length > 1) return setBulk(targets);
    if (only && approveOne(only)) leave(new Set([rowKey(only)]));
  };
  const openRow = (key: string) => {
    dispatch({ type: 'place', key });
    void navigate({ to: '/inbox', search: { view: search.view, row: key, open: true } });
    requestAnimationFrame(() => heading.current?.focus());
  };
  const showTab = (tab: string) => void navigate({ to: '/inbox', search: { ...search, tab }, replace: true });
  useInboxShortcuts({
    keys,
    tickable,
    dispatch,
    approve,
    sendBack: () => acts.start('return'),
    comment: acts.comment,
    open: () => selection.cursor && openRow(selection.cursor),
    turnTab: (by) => {
      if (!document.data) return;
      const names = ['sheet', ...attachmentTabs(document.data).map((one) => one.key)];
      const now = names.indexOf(search.tab ?? defaultTab(document.data));
      showTab(names[(Math.max(now, 0) + by + names.length) % names.length] ?? 'sheet');
    },
  });

  return (
    <div className="grid h-full grid-cols-1 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] xl:grid-cols-[11.5rem_minmax(0,1.06fr)_minmax(0,1fr)]">
      <div className="hidden overflow-y-auto border-r border-line bg-solid-gray-50 xl:block">
        <InboxViews view={search.view} />
      </div>
      <InboxList
        className={cx(search.open && 'max-md:hidden')}
        inbox={inbox}
        items={items}
        ticked={ticked}
        today={me.today}
        view={search.view}
        selection={selection}
        dispatch={dispatch}
        onOpen={openRow}
        onApprove={approve}
      />
      <section
        aria-label={t('inbox.pane')}
        className={cx(
          'flex min-h-0 min-w-0 flex-col overflow-hidden border-l border-line',
          !search.open && 'max-md:hidden',
        )}
      >
        <p className="border-b border-line p-2 md:hidden">
          <Button
            look="quiet"
            onClick={() =>
              void navigate({ to: '/inbox', search: { view: search.view, ...(search.row ? { row: search.row } : {}) } })
            }
          >
            {t('inbox.backToList')}
          </Button>
        </p>
        {document.error && (
          <div className="p-3">
            <ProblemNote error={document.error} onRetry={() => void document.refetch()} />
          </div>
        )}
        {shown && document.isPending && <Loading lines={8} />}
        {shown && document.data && (
          <InboxPane
            key={document.data.id}
            item={shown}
            document={document.data}
            approval={approval.data}
            acts={acts}
            tab={search.row === rowKey(shown) ? search.tab : undefined}
            heading={heading}
            onTab={showTab}
            onApprove={approve}
          />
        )}
      </section>
      {bulk && (
        <BulkSheet
          items={bulk}
          onClose={() => setBulk(null)}
          onDone={(applied) => {
            leave(applied);
            setBulk(null);
          }}
        />
      )}
    </div>
  );
}
