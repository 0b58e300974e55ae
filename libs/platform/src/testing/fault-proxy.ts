import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What can go wrong between us and a store, and inside it. */
export const STORE_FAULTS = [
  'unavailable',
  'full',
  'silent',
  'reset',
  'lost-answer',
  'cut-request',
  'flipped-request',
  'cut-answer',
  'short-answer',
  'flipped-answer',
  'wrong-etag',
] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

export interface FaultRule {
  readonly fault: StoreFault;
  readonly method: 'PUT' | 'GET' | 'HEAD' | 'DELETE';
  /** Part of the path, e.g. `/sha256/`. */
  readonly path: string;
  /** How many requests it meets; all, when absent. */
  readonly times?: number;
}

const REFUSALS = {
  unavailable: { status: 503, code: 'SlowDown' },
  full: { status: 507, code: 'XMinioStorageFull' },
} as const;

/** Stands on the loopback in front of a real store and spoils what it is told to; everything else passes unchanged. */
export class FaultProxy {
  private rules: { rule: FaultRule; left: number }[] = [];
  /** How many requests were spoilt. */
  spoilt = 0;

  private constructor(
    private readonly target: URL,
    private readonly server: Server,
  ) {}

  static async before(target: string): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(new URL(target), server);
    server.on('request', (incoming, outgoing) => {
      proxy.pass(incoming, outgoing).catch(() => incoming.socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  spoil(...rules: readonly FaultRule[]): void {
    this.rules = rules.map((rule) => ({ rule, left: rule.times ?? Infinity }));
    this.spoilt = 0;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const fault = this.faultFor(incoming);
    if (fault === 'reset') return void incoming.socket.destroy();
    const body = await buffer(incoming);
    if (fault === 'silent') return;
    if (fault === 'unavailable' || fault === 'full') return refuse(outgoing, REFUSALS[fault]);
    if (fault === 'cut-request') {
      this.forward(incoming, body.subarray(0, body.length >> 1)).catch(() => undefined);
      return void incoming.socket.destroy();
    }
    const answer = await this.forward(incoming, fault === 'flipped-request' ? flipped(body) : body);
    const content = await buffer(answer);
    if (fault === 'lost-answer') return void incoming.socket.destroy();
    give(outgoing, answer, { content, fault });
  }

  private faultFor({ method, url }: IncomingMessage): StoreFault | null {
    const found = this.rules.find(
      ({ rule, left }) => left > 0 && rule.method === method && (url ?? '').includes(rule.path),
    );
    if (!found) return null;
    found.left -= 1;
    this.spoilt += 1;
    return found.rule.fault;
  }

  /** The request as it came, with its own host name: the signature speaks of it. */
  private forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.target;
      const onward = request({ hostname, port, method, path: url, headers }, resolve);
      onward.once('error', reject);
      onward.end(body);
      if (body.length < Number(headers['content-length'] ?? 0)) setTimeout(() => onward.destroy(), 50);
    });
  }
}

function give(
  outgoing: ServerResponse,
  answer: IncomingMessage,
  { content, fault }: { content: Buffer; fault: StoreFault | null },
): void {
  const headers = { ...answer.headers };
  const half = content.subarray(0, content.length >> 1);
  if (fault === 'wrong-etag') headers.etag = '"00000000000000000000000000000000"';
  if (fault === 'short-answer') headers['content-length'] = String(half.length);
  outgoing.writeHead(answer.statusCode ?? 500, headers);
  if (fault === 'cut-answer') outgoing.write(half, () => outgoing.destroy());
  else if (fault === 'short-answer') outgoing.end(half);
  else outgoing.end(fault === 'flipped-answer' ? flipped(content) : content);
}

function refuse(outgoing: ServerResponse, { status, code }: { status: number; code: string }): void {
  outgoing.writeHead(status, { 'content-type': 'application/xml' });
  outgoing.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>injected</Message></Error>`);
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.length >> 1;
  if (copy.length > 0) copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}
