import { AsyncLocalStorage } from 'node:async_hooks';

/** The id that ties everything one request or one job causes: log lines, problems, jobs' effects. */
export class RequestTrace {
  private static readonly storage = new AsyncLocalStorage<string>();

  /** Runs `work` and everything it starts under `id`. */
  static run<T>(id: string, work: () => T): T {
    return RequestTrace.storage.run(id, work);
  }

  static current(): string | null {
    return RequestTrace.storage.getStore() ?? null;
  }
}
