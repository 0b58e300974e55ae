import { useSyncExternalStore } from 'react';

export const typeSizes = ['normal', 'large', 'larger'] as const;
export type TypeSize = (typeof typeSizes)[number];

const storageKey = 'fubako.type-size';
const isSize = (value: unknown): value is TypeSize => typeSizes.includes(value as TypeSize);
const listeners = new Set<() => void>();
let current: TypeSize = stored();

function stored(): TypeSize {
  try {
    const value = localStorage.getItem(storageKey);
    return isSize(value) ? value : 'normal';
  } catch {
    return 'normal';
  }
}

/** Everything is measured in the type of the page, so that it grows as a whole (app.css). */
export function applyTypeSize(): void {
  document.documentElement.dataset['type'] = current;
}

export function chooseTypeSize(size: TypeSize): void {
  current = size;
  try {
    localStorage.setItem(storageKey, size);
  } catch {
    // Kept for this page only.
  }
  applyTypeSize();
  for (const listener of listeners) listener();
}

/** One size after the other, and around. */
export const nextSize = (size: TypeSize): TypeSize =>
  typeSizes[(typeSizes.indexOf(size) + 1) % typeSizes.length] ?? 'normal';

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useTypeSize = (): TypeSize => useSyncExternalStore(subscribe, () => current);
