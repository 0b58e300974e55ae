import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refreshSoon } from '../shared/api/fresh-lists';
import { queryKeys } from '../shared/api/keys';

const address = '/api/v1/inbox/events';
const againAfter = { first: 2_000, most: 60_000 };

/** Listens while the window is seen: a browser has few connections to one host, and hidden windows need no news. */
function listen(onNews: () => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = againAfter.first;
  const open = () => {
    clearTimeout(timer);
    if (source || document.hidden) return;
    source = new EventSource(address);
    source.addEventListener('changed', () => {
      pause = againAfter.first;
      onNews();
    });
    source.addEventListener('error', () => {
      // While it is connecting again by itself there is nothing to do; a refused stream is asked for later.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      timer = setTimeout(open, pause);
      pause = Math.min(2 * pause, againAfter.most);
    });
  };
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const onVisibility = () => (document.hidden ? close() : open());
  document.addEventListener('visibilitychange', onVisibility);
  open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}

/** Reads the inbox anew when the server says that it changed. */
export function useInboxNews(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    return listen(() => refreshSoon(client, [queryKeys.inbox, queryKeys.inboxCounts, queryKeys.notifications]));
  }, [enabled, client]);
}
