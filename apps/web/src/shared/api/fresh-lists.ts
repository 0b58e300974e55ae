import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** One's own acts, and the news of them, come together. */
const gatherFor = 400;
/** A fast series is read at least this often, */
const readAgain = 2_000;
/** but not while an act is under way: what it changes would stand there once more. */
const patience = { step: 100, most: 10_000 };

/** Of every act on a document. */
export const actKey = ['act'];

const stale = new Set<QueryKey>();
let timer: ReturnType<typeof setTimeout> | undefined;
let since = 0;

function read(client: QueryClient): void {
  if (client.isMutating({ mutationKey: actKey }) > 0 && Date.now() - since < patience.most) {
    timer = setTimeout(() => read(client), patience.step);
    return;
  }
  timer = undefined;
  for (const queryKey of stale) void client.invalidateQueries({ queryKey });
  stale.clear();
}

/** Reads lists anew once acts and news of them rest, so that a fast series costs few readings. */
export function refreshSoon(client: QueryClient, lists: readonly QueryKey[]): void {
  for (const queryKey of lists) stale.add(queryKey);
  if (timer === undefined) since = Date.now();
  clearTimeout(timer);
  const left = Math.max(0, since + readAgain - Date.now());
  timer = setTimeout(() => read(client), Math.min(gatherFor, left));
}
