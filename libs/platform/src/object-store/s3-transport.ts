import http from 'node:http';
import https from 'node:https';

/** A store that neither takes nor gives a byte for this long is treated as gone. */
const IDLE_MS = 60_000;

type Answered = (response: http.IncomingMessage) => void;

/**
 * Node's own client with a limit on silence. It never follows a redirect, so an answer can only come from the address
 * that the operator configured (reliability 4.3).
 */
export function s3Transport(secure: boolean, idleMs = IDLE_MS): Pick<typeof http, 'request'> {
  const request = (options: http.RequestOptions, answered?: Answered): http.ClientRequest => {
    const sent = (secure ? https : http).request(options, answered);
    sent.setTimeout(idleMs, () => sent.destroy(new Error(`The object store was silent for ${idleMs} ms.`)));
    return sent;
  };
  return { request: request as typeof http.request };
}
