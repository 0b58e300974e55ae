import { Client, S3Error } from 'minio';
import { ObjectStoreUnavailable } from './errors';
import { s3Transport } from './s3-transport';

export interface S3Options {
  /** One address, or every node of a cluster. */
  readonly endpoints: readonly string[];
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  readonly idleMs?: number;
  /** Whether a bucket that is made can lock objects. */
  readonly lockable?: boolean;
}

/** Two clients of one node: one that streams, and one whose bodies are named by their hash, which the store compares. */
export interface S3Node {
  readonly streaming: Client;
  readonly sealing: Client;
}

/** Answers of a node that may well be in order on another one. */
const TROUBLED = new Set([
  'InternalError',
  'RequestTimeout',
  'ServiceUnavailable',
  'SlowDown',
  'SlowDownRead',
  'SlowDownWrite',
  'XMinioServerNotInitialized',
]);

/** The nodes of the store. It stays with one that answers and goes on to the next when it does not. */
export class S3Endpoints {
  private readonly nodes: readonly S3Node[];
  private at = 0;

  constructor(options: S3Options) {
    this.nodes = options.endpoints.map((endpoint) => ({
      streaming: clientFor(endpoint, options, false),
      sealing: clientFor(endpoint, options, true),
    }));
  }

  get current(): S3Node {
    const node = this.nodes[this.at % this.nodes.length];
    if (!node) throw new Error('The object store has no address.');
    return node;
  }

  /** To be told when a node failed in a way that says nothing about the object. */
  goOn(error: unknown): void {
    if (isTrouble(error)) this.at = (this.at + 1) % this.nodes.length;
  }

  /** Asks one node after another until one answers, be it with a refusal. Only for what may be asked twice. */
  async ask<T>(question: (client: Client) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await question(this.current.streaming);
      } catch (error) {
        if (!isTrouble(error) || tries >= this.nodes.length) throw error;
        this.goOn(error);
      }
    }
  }
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

export function unavailable(error: unknown): Error {
  if (error instanceof ObjectStoreUnavailable) return error;
  return new ObjectStoreUnavailable(codeOf(error) || 'unreachable', error);
}

function isTrouble(error: unknown): boolean {
  return !(error instanceof S3Error) || TROUBLED.has(codeOf(error));
}

function clientFor(address: string, options: S3Options, sealing: boolean): Client {
  const endpoint = new URL(address);
  const secure = endpoint.protocol === 'https:';
  const client = new Client({
    endPoint: endpoint.hostname,
    port: Number(endpoint.port) || (secure ? 443 : 80),
    useSSL: secure,
    region: options.region,
    accessKey: options.accessKey,
    secretKey: options.secretKey,
    pathStyle: true,
    transport: s3Transport(secure, options.idleMs),
    // Retries belong to `Custody`, which can open the source again.
    retryOptions: { disableRetry: true },
  });
  client.enableSHA256 = sealing;
  return client;
}
