import { Socket } from 'node:net';

/**
 * Writes at once what is asked within one turn of the event loop: ten statements are one call to the operating system, and wake
 * the database once. The driver corks the socket for each statement; the first cork of a turn lasts until its end.
 */
export class GatheringSocket extends Socket {
  private gathering = false;

  override cork(): void {
    super.cork();
    if (this.gathering) return;
    this.gathering = true;
    super.cork();
    process.nextTick(() => {
      this.gathering = false;
      this.uncork();
    });
  }
}
