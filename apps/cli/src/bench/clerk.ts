import { randomUUID } from 'node:crypto';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { PASSWORD } from './throw-away-town';

interface Sent {
  readonly body?: object;
  /** Idempotency-Key; a new one unless the request is sent again */
  readonly key?: string;
}

/** Keeps its connections: what is measured is the API, and a client on the same processors must cost as little as it can. */
const agent = new Agent({ keepAlive: true });

/** Somebody of the sample town at a browser: session cookie, own keys, everything over HTTP. */
export class Clerk {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, login: string): Promise<Clerk> {
    const response = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    if (response.status !== 201) throw new Error(`${login} could not sign in: ${response.status}`);
    return new Clerk(url, (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
  }

  /** @throws Error for every answer that is no success: a benchmark must not measure refusals */
  async send<T>(method: 'GET' | 'POST', path: string, { body, key = randomUUID() }: Sent = {}): Promise<T> {
    const content = body ? JSON.stringify(body) : undefined;
    const headers = {
      Cookie: this.cookie,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(content ? { 'Content-Length': Buffer.byteLength(content) } : {}),
    };
    const { status, text } = await answer(`${this.url}/api/v1${path}`, { method, headers }, content);
    if (status < 200 || status > 299) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }

  /** Sends one file in one request. @returns what the API says of its stages, in ms */
  async upload(bytes: Buffer, name: string): Promise<Readonly<Record<string, number>>> {
    const response = await fetch(`${this.url}/api/v1/uploads`, {
      method: 'POST',
      headers: {
        Cookie: this.cookie,
        'Content-Type': 'application/octet-stream',
        'X-File-Name': encodeURIComponent(name),
      },
      body: bytes as Uint8Array<ArrayBuffer>,
    });
    if (!response.ok) throw new Error(`POST /uploads: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
    const stages = response.headers.get('server-timing')?.split(', ') ?? [];
    return Object.fromEntries(stages.map((stage) => stage.split(';dur=')).map(([name = '', ms]) => [name, Number(ms)]));
  }
}

function answer(
  url: string,
  options: { readonly method: string; readonly headers: OutgoingHttpHeaders },
  content: string | undefined,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ...options, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    asked.on('error', reject);
    asked.end(content);
  });
}
