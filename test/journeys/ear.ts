import { eventually } from '../support/eventually';
import type { Person } from './town';

export const changed = (heard: string): boolean => heard.includes('event: changed');

/** A browser that listens: what it has heard, and whether the stream has ended. */
export class Ear {
  heard = '';
  ended = false;
  private readonly aborting = new AbortController();

  async listen(url: string, { cookie }: Person): Promise<Response> {
    const response = await fetch(`${url}/api/v1/inbox/events`, {
      headers: { Cookie: cookie, Accept: 'text/event-stream' },
      signal: this.aborting.signal,
    });
    void this.read(response).catch(() => undefined);
    // Whoever begins to listen is told at once: what happened before is not known.
    await this.until(changed);
    return response;
  }

  until(isRight: (heard: string) => boolean): Promise<string> {
    return eventually(async () => this.heard, isRight);
  }

  forget(): void {
    this.heard = '';
  }

  hangUp(): void {
    this.aborting.abort();
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) this.heard += decoder.decode(chunk as Uint8Array, { stream: true });
    this.ended = true;
  }
}
