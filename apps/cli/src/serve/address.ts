import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { Refused } from './refused';

/** Where the API listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** what a browser on this machine opens */
  readonly url: string;
}

export function addressFrom(environment: NodeJS.ProcessEnv): Address {
  const host = environment['HOST'] || '127.0.0.1';
  const port = Number(environment['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refused(`PORT is "${environment['PORT']}", but it must be a number from 1 to 65535.`);
  }
  const reachable = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host;
  return { host, port, url: `http://${reachable}:${port}` };
}

/** Refuses, saying what to do, when something already listens there. */
export async function refuseTakenPort({ host, port }: Address): Promise<void> {
  const code = await listenFault(host, port);
  if (code === undefined) return;
  if (code === 'EADDRINUSE') {
    throw new Refused(
      `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') {
    throw new Refused(`Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`);
  }
  throw new Refused(`HOST=${host} PORT=${port} cannot be opened (${code}).`);
}

/** Waits until the API says it is ready; answers false when `gaveUp` becomes true or the time is over. */
export async function untilReady(address: Address, timeoutMs: number, gaveUp: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline && !gaveUp(); await wait(100)) {
    if (await answersReady(address)) return true;
  }
  return false;
}

async function answersReady(address: Address): Promise<boolean> {
  try {
    const response = await fetch(`${address.url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function listenFault(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
