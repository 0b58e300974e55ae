import { Injectable, Logger } from '@nestjs/common';
import { ChannelListener } from '../database';
import { LISTEN_TO_OUTBOX } from '../outbox';
import { PUBLISH_BATCH, PublishOutbox } from './publish-outbox';

export interface RelayOptions {
  /** Where to listen for announcements. */
  readonly databaseUrl: string;
  readonly pollMs: number;
  /** How long a published row may stay undone before it is published again; doubled each time. */
  readonly patienceMs: number;
  readonly reconcileEveryMs: number;
}

export const RELAY_DEFAULTS: Omit<RelayOptions, 'databaseUrl'> = {
  pollMs: 2_000,
  patienceMs: 60_000,
  reconcileEveryMs: 15_000,
};

const MAX_PAUSE_MS = 30_000;

/** Turns owed rows into jobs, and rows whose jobs led to nothing into jobs again. Any number of relays may run. */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger('outbox');
  /** Silence costs only the polling pause. */
  private readonly doorbell: ChannelListener;
  private running: Promise<void> | null = null;
  private stopping = false;
  private rung = false;
  private wake: (() => void) | null = null;
  private reconciledAt = Number.NEGATIVE_INFINITY;
  private failures = 0;

  constructor(
    private readonly publish: PublishOutbox,
    private readonly options: RelayOptions,
  ) {
    this.doorbell = new ChannelListener({
      url: options.databaseUrl,
      name: 'fubako-relay',
      statement: LISTEN_TO_OUTBOX,
      heard: () => this.ring(),
    });
  }

  async start(): Promise<void> {
    this.stopping = false;
    await this.doorbell.listen();
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.ring();
    await this.running;
    await this.doorbell.close();
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      this.rung = false;
      await this.pass();
      await this.rest();
    }
  }

  private async pass(): Promise<void> {
    try {
      if (performance.now() - this.reconciledAt >= this.options.reconcileEveryMs) {
        await this.publish.reconcile(this.options.patienceMs);
        this.reconciledAt = performance.now();
      }
      while (!this.stopping && (await this.publish.run()) === PUBLISH_BATCH);
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      this.logger.error({ message: 'owed work could not be published; it stays owed', failures: this.failures, error });
    }
  }

  /** Until the bell rings or the polling pause is over; after failures the bell is ignored and the pause grows. */
  private rest(): Promise<void> {
    const { pollMs } = this.options;
    if (this.stopping || (this.rung && this.failures === 0)) return Promise.resolve();
    const pause = Math.min(pollMs * 2 ** Math.min(this.failures, 5), MAX_PAUSE_MS);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.wake = () => {
        if (this.failures > 0 && !this.stopping) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private ring(): void {
    this.rung = true;
    this.wake?.();
  }
}
