import type { Middleware } from 'openapi-fetch';
import { useSyncExternalStore } from 'react';
import { api, isUnasked } from '../shared/api/client';
import { isProofNeeded, NetworkError, type Problem } from '../shared/api/problem';
import { lastActivity, quietAfter } from './activity';
import { watchFiles } from './file-doors';
import { queryClient } from './query-client';
import { isBehind, watchReading } from './read-anew';

/** What a person can be proven by, and for what. */
export interface Wanted {
  readonly by: readonly string[];
  readonly act: string | undefined;
}

/** What waits for a proof: everything asked meanwhile waits for the same one. */
interface ProofRequest extends Wanted {
  readonly settle: (proven: boolean) => void;
  readonly settled: Promise<boolean>;
}

let open: ProofRequest | null = null;
const listeners = new Set<() => void>();
const set = (next: ProofRequest | null) => {
  open = next;
  for (const listener of listeners) listener();
};

function askForProof(wanted: Wanted): Promise<boolean> {
  if (open) return open.settled;
  let settle: ProofRequest['settle'] = () => undefined;
  const settled = new Promise<boolean>((resolve) => {
    settle = (proven) => {
      set(null);
      resolve(proven);
      if (proven) void askRefusedAgain();
    };
  });
  set({ ...wanted, settle, settled });
  return settled;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** What the person is being asked to prove themselves for; null when nobody is asked. */
export const wantedProof = (): ProofRequest | null => open;
export const useProofRequest = (): ProofRequest | null => useSyncExternalStore(subscribe, wantedProof);

async function proofAskedBy(response: Response): Promise<Wanted | null> {
  if (response.status !== 403) return null;
  const problem = (await response
    .clone()
    .json()
    .catch(() => null)) as Problem | null;
  return problem?.code === 'identity.proof-needed' ? { by: problem.by ?? [], act: problem.act } : null;
}

let lastAsked = 0;
/** When a person last asked the server for something, by whatever they did. */
export const lastAskedAt = (): number => lastAsked;

/**
 * A request that needs a proof first is sent once more after it, as it was, under the same Idempotency-Key; what the page asks by
 * itself is only refused. What it asks while nobody is there is marked, so that it keeps no session open.
 */
function watching(): Middleware {
  const copies = new Map<string, Request>();
  return {
    onRequest({ request, id }) {
      if (Date.now() - lastActivity() > quietAfter) request.headers.set('x-fubako-idle', '1');
      else lastAsked = Date.now();
      // What has no body can be sent again as it is: a copy costs as much as sending it.
      if (!isUnasked(request)) copies.set(id, request.method === 'GET' ? request : request.clone());
      return request;
    },
    async onResponse({ response, id }) {
      const copy = copies.get(id);
      copies.delete(id);
      if (!copy || copy.headers.has('x-fubako-idle')) return undefined;
      const wanted = await proofAskedBy(response);
      if (!wanted || !(await askForProof(wanted))) return undefined;
      return fetch(copy).catch(() => {
        throw new NetworkError();
      });
    },
    onError({ id }) {
      copies.delete(id);
    },
  };
}

/** What was refused for want of a proof while nobody was there to give it is asked again. */
const askRefusedAgain = (): Promise<void> =>
  queryClient.refetchQueries({ predicate: (query) => isBehind(query) || isProofNeeded(query.state.error) });

/** The first screen asks before this is there: what is refused of that is asked again, when it has been. */
async function askForFirstScreen(): Promise<void> {
  const underWay = queryClient.getQueryCache().findAll({ fetchStatus: 'fetching' });
  await Promise.allSettled(underWay.flatMap(({ promise }) => (promise ? [promise] : [])));
  setTimeout(() => void askRefusedAgain());
}

let begun = false;
export function watchRequests(): void {
  if (begun) return;
  begun = true;
  api.use(watching());
  watchReading();
  watchFiles();
  void askForFirstScreen();
}
