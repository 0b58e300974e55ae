import { useEffect, useState } from 'react';
import { api, unwrap } from '../shared/api/client';
import { hasCode } from '../shared/api/problem';
import { useMe } from '../shared/api/session';
import { lastActivity, noteActivity, quietAfter, remaining } from './activity';
import { lastAskedAt } from './proof-request';
import { noteSessionEnd } from './session-end';

const lookEvery = 1_000;
const askAgainAfter = 15_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Tells the server that somebody is there, or learns that the session is over. */
function ask(): void {
  unwrap(api.GET('/api/v1/session')).catch((error: unknown) => {
    if (hasCode(error, 'identity.signed-out')) noteSessionEnd();
  });
}

export interface SessionEnd {
  readonly warns: 'idle' | 'absolute' | null;
  /** Milliseconds. */
  readonly left: number;
  readonly stay: () => void;
}

/** Looks how long the session still stands, and keeps it while somebody works without asking the server for anything. */
export function useSessionEndWarning(): SessionEnd {
  const { idleMinutes, endsAt } = useMe();
  const [seen, setSeen] = useState({ warns: null as SessionEnd['warns'], left: 0 });
  useEffect(() => {
    let warned = false;
    let asked = 0;
    const onSign = () => {
      // While the end is being announced only the answer to it counts.
      if (warned) return;
      noteActivity();
      if (Date.now() - Math.max(lastAskedAt(), asked) > quietAfter) {
        asked = Date.now();
        ask();
      }
    };
    const look = () => {
      const now = Date.now();
      const { idle, absolute, warns } = remaining({ idleMinutes, endsAt }, { now, active: lastActivity() });
      warned = warns === 'idle';
      const left = Math.max(0, warns === 'absolute' ? absolute : idle);
      setSeen((before) => (warns === null && before.warns === null ? before : { warns, left }));
      if (Math.min(idle, absolute) > 0 || now - asked < askAgainAfter) return;
      asked = now;
      ask();
    };
    const timer = setInterval(look, lookEvery);
    for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true });
    };
  }, [idleMinutes, endsAt]);
  const stay = () => {
    noteActivity();
    setSeen({ warns: null, left: 0 });
    ask();
  };
  return { ...seen, stay };
}
