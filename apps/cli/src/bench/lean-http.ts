import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

const PART_BYTES = 65_536;

/** Keeps its connections: what is measured is the API, and a client on the same processors must cost as little as it can. */
const agent = new Agent({ keepAlive: true });

export interface Asking {
  readonly method: 'GET' | 'POST';
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer;
}

export interface Answered {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * One request. `fetch` costs four times as much, and copies a body before it sends the first byte of it, which takes longer than
 * the sending and would be counted for the API.
 * @throws Error for every answer that is no success: a benchmark must not measure refusals
 */
export function ask(url: string, { method, headers, body }: Asking): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'Content-Length': body.length } : {};
    const asked = request(url, { method, headers: { ...headers, ...length }, agent }, (response) => {
      const status = response.statusCode ?? 0;
      text(response).then((words) => {
        if (status < 200 || status > 299) reject(new Error(`${method} ${url}: ${status} ${words}`));
        else resolve({ headers: response.headers, text: words });
      }, reject);
    });
    asked.on('error', reject);
    if (body && body.length > PART_BYTES) inParts(body).pipe(asked);
    else asked.end(body);
  });
}

/** As a network hands bytes over: to the bare store and to the API alike. */
export function inParts(bytes: Buffer): Readable {
  return Readable.from(partsOf(bytes));
}

function* partsOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES);
}
