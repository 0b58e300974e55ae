import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { PlainKey } from '../i18n/translate';
import { isComposing, isTaken, shortcutOf } from './match';

/** One shortcut that works now; several `keys` may do the same. Two-stroke shortcuts are written 'g i'. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly label: PlainKey;
  readonly run: () => void;
}

interface Group {
  current: readonly Shortcut[];
}

const groups = new Set<Group>();
const storageKey = 'fubako.single-keys';
const strokeGap = 1200;
let enabled = readEnabled();
let firstStroke: { key: string; at: number } | null = null;
const listeners = new Set<() => void>();

function readEnabled(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

/** Single-key shortcuts can be switched off (WCAG 2.1.4). */
export function enableSingleKeys(on: boolean): void {
  enabled = on;
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // Kept for this page only.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useSingleKeysEnabled = (): boolean => useSyncExternalStore(subscribe, () => enabled);

/** What works here now, innermost screen first; the key help shows exactly this. */
export const activeShortcuts = (): readonly Shortcut[] => [...groups].reverse().flatMap((group) => group.current);

const find = (key: string) => activeShortcuts().find((shortcut) => shortcut.keys.includes(key));
const startsPair = (key: string) =>
  activeShortcuts().some(({ keys }) => keys.some((name) => name.startsWith(`${key} `)));

function onKeyDown(event: KeyboardEvent) {
  if (isComposing(event) || event.defaultPrevented) return;
  const key = shortcutOf(event);
  if (key.length === 1 && !enabled) return;
  const target = event.target instanceof Element ? event.target : null;
  if (isTaken(key, target) || document.querySelector('[data-layer]')) return;
  const pair = firstStroke && performance.now() - firstStroke.at < strokeGap ? `${firstStroke.key} ${key}` : null;
  firstStroke = null;
  const shortcut = (pair && find(pair)) || find(key);
  if (shortcut) {
    event.preventDefault();
    shortcut.run();
  } else if (startsPair(key)) {
    firstStroke = { key, at: performance.now() };
  }
}

/** Makes shortcuts work while the component is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const group = useRef<Group>({ current: shortcuts });
  useEffect(() => {
    group.current.current = shortcuts;
  });
  useEffect(() => {
    const own = group.current;
    if (groups.size === 0) window.addEventListener('keydown', onKeyDown);
    groups.add(own);
    return () => {
      groups.delete(own);
      if (groups.size === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
