import { useSyncExternalStore } from 'react';

/** Whether the window is at least so wide, in rem: where panes stand beside each other. */
export function useWide(rem: number): boolean {
  const wide = window.matchMedia(`(min-width: ${rem}rem)`);
  const onResize = (listener: () => void) => {
    wide.addEventListener('change', listener);
    return () => wide.removeEventListener('change', listener);
  };
  return useSyncExternalStore(onResize, () => wide.matches);
}
