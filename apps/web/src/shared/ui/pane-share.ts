import { useState } from 'react';

const least = 25;
const most = 75;

/** A share that leaves both panes readable, in whole per cent. */
export const keptShare = (share: number): number => Math.round(Math.min(most, Math.max(least, share)));

const keyOf = (staffNo: string, name: string) => `fubako.pane.${staffNo}.${name}`;

/** Storage may be closed to the page; then the width lasts as long as the page does. */
function remembered(key: string): number | null {
  try {
    const share = Number(localStorage.getItem(key) ?? NaN);
    return Number.isFinite(share) ? keptShare(share) : null;
  } catch {
    return null;
  }
}

/** How much of the width the left pane has, in per cent, as each person left it on this machine. */
export function usePaneShare(staffNo: string, name: string, first: number): [number, (share: number) => void] {
  const key = keyOf(staffNo, name);
  const [share, setShare] = useState(() => remembered(key) ?? first);
  const change = (wanted: number) => {
    const kept = keptShare(wanted);
    setShare(kept);
    try {
      localStorage.setItem(key, String(kept));
    } catch {
      // As above.
    }
  };
  return [share, change];
}
