import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();
const set = (value: boolean) => {
  if (ended === value) return;
  ended = value;
  for (const listener of listeners) listener();
};

/** The server no longer knows this session: the screen stays as it is and asks to sign in again. */
export const noteSessionEnd = () => set(true);
export const noteSignedIn = () => set(false);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useSessionEnded = (): boolean => useSyncExternalStore(subscribe, () => ended);
