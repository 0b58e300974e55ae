import { randomUUID } from 'node:crypto';
import { ask } from './lean-http';
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
    const { headers } = await ask(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: Buffer.from(JSON.stringify({ login, password: PASSWORD })),
    });
    return new Clerk(url, headers['set-cookie']?.[0]?.split(';')[0] ?? '');
  }

  /** @throws Error for every answer that is no success */
  async send<T>(method: 'GET' | 'POST', path: string, { body, key = randomUUID() }: Sent = {}): Promise<T> {
    const { text } = await ask(`${this.url}/api/v1${path}`, {
      method,
      headers: { Cookie: this.cookie, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      ...(body ? { body: Buffer.from(JSON.stringify(body)) } : {}),
    });
    return JSON.parse(text) as T;
  }

  /** Sends one file in one request. @returns what the API says of its stages, in ms */
  async upload(bytes: Buffer, name: string): Promise<Readonly<Record<string, number>>> {
    const { headers } = await ask(`${this.url}/api/v1/uploads`, {
      method: 'POST',
      headers: {
        Cookie: this.cookie,
        'Content-Type': 'application/octet-stream',
        'X-File-Name': encodeURIComponent(name),
      },
      body: bytes,
    });
    const stages = String(headers['server-timing'] ?? '').split(', ');
    return Object.fromEntries(stages.map((stage) => stage.split(';dur=')).map(([name = '', ms]) => [name, Number(ms)]));
  }
}
