import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

/** Opens or closes the help of the screen that is shown. */
export function showHelp(wanted: boolean): void {
  open = wanted;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useHelpShown = (): boolean => useSyncExternalStore(subscribe, () => open);
