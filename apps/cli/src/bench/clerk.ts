import { randomUUID } from 'node:crypto';
import { PASSWORD } from './throw-away-town';

interface Sent {
  readonly body?: object;
  /** Idempotency-Key; a new one unless the request is sent again */
  readonly key?: string;
}

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
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { Cookie: this.cookie, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
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
