import { setTimeout as wait } from 'node:timers/promises';

/** Waits until `probe` gives a value that `isRight`; the last value is in the failure. */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  isRight: (value: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await probe();
    if (isRight(value)) return value;
    if (Date.now() > deadline) throw new Error(`Not within ${withinMs} ms; last seen: ${JSON.stringify(value)}`);
    await wait(25);
  }
}
