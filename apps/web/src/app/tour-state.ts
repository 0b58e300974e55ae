import { useSyncExternalStore } from 'react';

/** `offered` until the person has answered; a number is the step they are at. */
export type TourState = 'offered' | 'left' | number;

const storageKey = 'fubako.tour';
const listeners = new Set<() => void>();
let current: TourState = stored();

function stored(): TourState {
  try {
    const value = localStorage.getItem(storageKey);
    if (value === null) return 'offered';
    return /^\d$/.test(value) ? Number(value) : 'left';
  } catch {
    return 'left';
  }
}

/** Goes to a step, or leaves the tour; it is found again where help is. */
export function takeTour(to: number | 'left'): void {
  current = to;
  try {
    localStorage.setItem(storageKey, String(to));
  } catch {
    // Kept for this page only.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useTour = (): TourState => useSyncExternalStore(subscribe, () => current);
