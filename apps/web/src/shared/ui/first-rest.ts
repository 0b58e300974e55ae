import type { QueryClient } from '@tanstack/react-query';

const patience = 3000;
const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
let note: () => void = () => undefined;

/**
 * Settles once what the page was opened for has been read and drawn, or takes too long. What every screen has, and what may be
 * wanted next, is fetched then: it holds nobody up who did not ask for it.
 */
export const firstRest = new Promise<void>((settle) => {
  note = settle;
});

/** Fetches a part then. */
export const afterFirst =
  <M>(load: () => Promise<M>): (() => Promise<M>) =>
  () =>
    firstRest.then(load);

/** Begins when a screen stands that reads something; @returns how to stop watching */
export function watchFirstRest(client: QueryClient): () => void {
  const look = () => {
    if (client.isFetching() > 0) return;
    unsubscribe();
    idle(note);
  };
  const unsubscribe = client.getQueryCache().subscribe(look);
  const timer = setTimeout(note, patience);
  look();
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
