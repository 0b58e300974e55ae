import { AsyncLocalStorage } from 'node:async_hooks';

/** Names the town in log lines, and does nothing else: what a town may see is decided by its own objects (ADR 0040). */
export class TownTrace {
  private static readonly storage = new AsyncLocalStorage<string>();

  /** Runs `work` and everything it starts, timers and connections too, under the name of the town. */
  static run<T>(town: string, work: () => T): T {
    return TownTrace.storage.run(town, work);
  }

  static current(): string | null {
    return TownTrace.storage.getStore() ?? null;
  }
}
