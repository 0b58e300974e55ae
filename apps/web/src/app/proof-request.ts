import type { Middleware } from 'openapi-fetch';
import { useSyncExternalStore } from 'react';
import { api } from '../shared/api/client';
import { NetworkError, type Problem } from '../shared/api/problem';
import { lastActivity, quietAfter } from './activity';

/** What waits for a proof: everything asked meanwhile waits for the same one. */
interface ProofRequest {
  readonly by: readonly string[];
  readonly settle: (proven: boolean) => void;
  readonly settled: Promise<boolean>;
}

let open: ProofRequest | null = null;
const listeners = new Set<() => void>();
const set = (next: ProofRequest | null) => {
  open = next;
  for (const listener of listeners) listener();
};

function askForProof(by: readonly string[]): Promise<boolean> {
  if (open) return open.settled;
  let settle: ProofRequest['settle'] = () => undefined;
  const settled = new Promise<boolean>((resolve) => {
    settle = (proven) => {
      set(null);
      resolve(proven);
    };
  });
  set({ by, settle, settled });
  return settled;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useProofRequest = (): ProofRequest | null => useSyncExternalStore(subscribe, () => open);

async function wantedProof(response: Response): Promise<readonly string[] | null> {
  if (response.status !== 403) return null;
  const problem = (await response
    .clone()
    .json()
    .catch(() => null)) as Problem | null;
  return problem?.code === 'identity.proof-needed' ? (problem.by ?? []) : null;
}

let lastAsked = 0;
/** When a person last asked the server for something, by whatever they did. */
export const lastAskedAt = (): number => lastAsked;

/**
 * A request that needs a proof first is sent once more after it, as it was, under the same Idempotency-Key. What the page asks
 * by itself while nobody is there is marked, so that it keeps no session open.
 */
function watching(): Middleware {
  const copies = new Map<string, Request>();
  return {
    onRequest({ request, id }) {
      if (Date.now() - lastActivity() > quietAfter) request.headers.set('x-fubako-idle', '1');
      else lastAsked = Date.now();
      copies.set(id, request.clone());
      return request;
    },
    async onResponse({ response, id }) {
      const copy = copies.get(id);
      copies.delete(id);
      const by = await wantedProof(response);
      if (!by || !copy || !(await askForProof(by))) return undefined;
      return fetch(copy).catch(() => {
        throw new NetworkError();
      });
    },
    onError({ id }) {
      copies.delete(id);
    },
  };
}

let begun = false;
export function watchRequests(): void {
  if (begun) return;
  begun = true;
  api.use(watching());
}
