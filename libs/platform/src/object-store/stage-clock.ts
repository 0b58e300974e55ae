/** How long each stage of a piece of work took: for benchmarks, and for the operator's `Server-Timing`. */
export class StageClock {
  private readonly spent = new Map<string, number>();

  async time<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.add(stage, performance.now() - started);
    }
  }

  /** @param ms of a stage that was measured elsewhere; a stage that comes again is added up */
  add(stage: string, ms: number): void {
    this.spent.set(stage, (this.spent.get(stage) ?? 0) + ms);
  }

  /** As the `Server-Timing` header says it. */
  toString(): string {
    return [...this.spent].map(([stage, ms]) => `${stage};dur=${ms.toFixed(2)}`).join(', ');
  }
}
