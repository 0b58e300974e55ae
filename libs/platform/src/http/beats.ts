/** Beyond the last beat answers leave when they are ready: nothing asked of people takes so long. */
const LAST_BEAT_MS = 60_000;

/**
 * Times after its arrival at which an answer may leave: `first`, and twice that again and again. The time of an answer then
 * says between which two of them its work ended, and no more (SEA-42).
 */
export class Beats {
  /** @param first in milliseconds; 0: answers leave when they are ready */
  constructor(private readonly first: number) {}

  /** The first beat at which work that took so long is done, in milliseconds after the arrival. */
  beatAfter(elapsedMs: number): number {
    if (this.first <= 0 || elapsedMs > LAST_BEAT_MS) return elapsedMs;
    let beat = this.first;
    while (beat < elapsedMs) beat *= 2;
    return beat;
  }
}
