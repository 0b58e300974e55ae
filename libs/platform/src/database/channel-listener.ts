import { Logger } from '@nestjs/common';
import { Client } from 'pg';

const RECONNECT_MS = { first: 500, most: 30_000 } as const;

export interface ChannelListenerOptions {
  readonly url: string;
  /** How the connection is called in the database. */
  readonly name: string;
  /** `listen <channel>`: the statement takes no parameters. */
  readonly statement: string;
  /** Something was announced. @param payload null after a (new) beginning: what was announced before is not known */
  readonly heard: (payload: string | null) => void;
}

/** Listens to one channel of PostgreSQL on a connection of its own and comes back when that breaks. */
export class ChannelListener {
  private readonly logger: Logger;
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private pauseMs: number = RECONNECT_MS.first;
  private open = true;

  constructor(private readonly options: ChannelListenerOptions) {
    this.logger = new Logger(options.name);
  }

  async listen(): Promise<void> {
    const { url, name, statement, heard } = this.options;
    const client = new Client({
      connectionString: url,
      application_name: name,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    client.on('error', () => undefined);
    client.once('end', () => this.reconnect(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(statement);
      this.pauseMs = RECONNECT_MS.first;
      heard(null);
    } catch (error) {
      this.logger.warn({ message: 'cannot listen for news; polling goes on', error });
      this.reconnect(client);
    }
  }

  async close(): Promise<void> {
    this.open = false;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private reconnect(broken: Client): void {
    if (!this.open || this.client !== broken) return;
    this.client = null;
    void broken.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.listen(), this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, RECONNECT_MS.most);
  }
}
