import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';

/** Settles what is due; set by whoever can, so that staging does not know settling. */
type Wake = () => Promise<unknown>;

/** A little later than due, so that one look is enough. */
const LATE_MS = 50;

/**
 * Wakes this process when a grace time ends, so that decisions take effect on the second. A convenience: whoever reads
 * the matter, and the worker every few seconds, do the same work (ADR 0029).
 */
@Injectable()
export class StagedAlarm implements OnModuleDestroy {
  private readonly logger = new Logger('approvals');
  private readonly timers = new Set<NodeJS.Timeout>();
  private wake: Wake | null = null;

  onRing(wake: Wake): void {
    this.wake = wake;
  }

  set(inMs: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.wake?.().catch((error: unknown) =>
        this.logger.warn({ message: 'staged decisions could not take effect; the worker tries again', error }),
      );
    }, inMs + LATE_MS).unref();
    this.timers.add(timer);
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.wake = null;
  }
}
