import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { approvalQuery } from '../../shared/api/approval';
import { documentQuery } from '../../shared/api/documents';
import { settledByMe, useInbox, type InboxConditions } from '../../shared/api/inbox';
import type { InboxItem } from '../../shared/api/types';
import { painted } from '../../shared/api/painted';
import { canTick, rowKey } from './inbox-item';
import { freshList, steadied, type SteadyList } from './steady-rows';

const prefetched = 2;

interface Steadying {
  /** Which rows, and in which order. */
  readonly view: string;
  readonly source: readonly InboxItem[];
  readonly list: SteadyList;
}

/** The rows of a view as they stand on the screen; another view begins anew. */
function useSteady(view: string, source: readonly InboxItem[]) {
  const [state, setState] = useState<Steadying>({ view, source, list: freshList(source) });
  let now = state;
  if (state.view !== view) now = { view, source, list: freshList(source) };
  else if (state.source !== source) now = { view, source, list: steadied(state.list.rows, source, settledByMe) };
  if (now !== state) setState(now);
  return {
    list: now.list,
    show: () => setState({ view, source, list: freshList(source) }),
    settle: () => setState((then) => ({ ...then, list: steadied(then.list.rows, then.source, settledByMe) })),
  };
}

/** The rows of a view in their order, and their keys. */
export function useInboxList(conditions: InboxConditions) {
  const inbox = useInbox(conditions);
  const source = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data]);
  const { list, show, settle } = useSteady(JSON.stringify(conditions), source);
  const { rows, held } = list;
  return {
    inbox,
    held,
    /** Lets the arrivals in and what was settled elsewhere out. */
    show,
    /** Lets those rows out that left because of the reader. */
    settle,
    ...useMemo(() => {
      const items = rows.map(({ item }) => item);
      const gone = new Set(rows.flatMap((row) => (row.gone ? [rowKey(row.item)] : [])));
      const tickable = items.filter((item) => canTick(item) && !gone.has(rowKey(item))).map(rowKey);
      return { items, gone, keys: items.map(rowKey), tickable };
    }, [rows]),
  };
}

/** Reads the next documents ahead, so that stepping through the list never waits. */
export function usePrefetchNext(items: readonly InboxItem[], at: number): void {
  const client = useQueryClient();
  useEffect(() => {
    let wanted = true;
    void painted().then(() => {
      for (const next of wanted ? items.slice(at + 1, at + 1 + prefetched) : []) {
        // Reading what is confidential is the act of a person, and may ask for a proof.
        if (next.confidentiality !== 'none') continue;
        void client.prefetchQuery(documentQuery(next.documentId));
        void client.prefetchQuery(approvalQuery(next.documentId));
      }
    });
    return () => {
      wanted = false;
    };
  }, [items, at, client]);
}
