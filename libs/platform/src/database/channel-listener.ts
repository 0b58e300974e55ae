import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { LISTEN_TO_OUTBOX } from '../outbox';

const RECONNECT_MS = { first: 500, most: 30_000 } as const;

/** Listens for new outbox rows on a connection of its own and comes back when that breaks. Silence costs only the polling pause. */
export class OutboxDoorbell {
  private readonly logger = new Logger('outbox');
  private client: Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private pauseMs: number = RECONNECT_MS.first;
  private open = true;

  constructor(
    private readonly url: string,
    private readonly ring: () => void,
  ) {}

  async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'fubako-relay',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('notification', () => this.ring());
    client.on('error', () => undefined);
    client.once('end', () => this.reconnect(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(LISTEN_TO_OUTBOX);
      this.pauseMs = RECONNECT_MS.first;
      // What was announced while nobody listened.
      this.ring();
    } catch (error) {
      this.logger.warn({ message: 'cannot listen for new work; polling goes on', error });
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
