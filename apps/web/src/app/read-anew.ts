import type { Query, QueryPersister } from '@tanstack/react-query';
import { unasked } from '../shared/api/client';
import { isProofNeeded } from '../shared/api/problem';
import { queryClient, readBy } from './query-client';

/** Queries that a screen opens in this very moment. */
const opening = new WeakSet<Query>();
/** Queries of which the screen shows what was, because of a proof. */
const behind = new WeakSet<Query>();
export const isBehind = (query: Query): boolean => behind.has(query);

/**
 * Only what a person does asks for a proof (ID-24): they come to a screen, or try again. What a screen that is open asks for anew, by
 * the clock or because its window is looked at again, is refused without a word, and the screen stays as it is.
 */
const readAnew: QueryPersister = async (read, context, query) => {
  const shown: unknown = query.state.data;
  behind.delete(query);
  if (shown === undefined || opening.has(query) || isProofNeeded(query.state.error)) return read(context);
  try {
    return await unasked(() => read(context));
  } catch (error) {
    if (!isProofNeeded(error)) throw error;
    behind.add(query);
    void query.cancel({ revert: true });
    return shown;
  }
};

export function watchReading(): void {
  readBy(readAnew);
  queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'observerAdded') return;
    opening.add(query);
    // It is asked for at once, or not at all.
    queueMicrotask(() => opening.delete(query));
  });
}
