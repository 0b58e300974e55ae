import { useState } from 'react';

export const leastShare = 25;
export const mostShare = 75;

/** A share that leaves both panes readable, in whole per cent. */
export const keptShare = (share: number): number => Math.round(Math.min(mostShare, Math.max(leastShare, share)));

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

/** How much of the width the left pane has, in per cent, as each person left it on this machine; null: as the screen has it. */
export function usePaneShare(staffNo: string, name: string): [number | null, (share: number | null) => void] {
  const key = keyOf(staffNo, name);
  const [share, setShare] = useState(() => remembered(key));
  const change = (wanted: number | null) => {
    const kept = wanted === null ? null : keptShare(wanted);
    setShare(kept);
    try {
      if (kept === null) localStorage.removeItem(key);
      else localStorage.setItem(key, String(kept));
    } catch {
      // As above.
    }
  };
  return [share, change];
}
