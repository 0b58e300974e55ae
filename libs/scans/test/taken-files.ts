import { Renditions, Uploads } from '@fubako/scans';
import { EventBus } from '@fubako/platform/outbox';
import { DigestObject } from '../src/app/digest-object';
import { renditionReady, textExtracted } from '../src/events';
import { CLERK, ScansUnderTest } from './scans-under-test';

/** Files on their way from upload to rendition and text, with the news of it. */
export class TakenFiles {
  readonly announced: string[] = [];

  private constructor(readonly scans: ScansUnderTest) {}

  static async start(): Promise<TakenFiles> {
    const files = new TakenFiles(await ScansUnderTest.start());
    const bus = files.scans.get(EventBus);
    const tell = (what: string) => async (news: readonly { readonly subject: string }[]) =>
      void files.announced.push(...news.map(({ subject }) => `${what} ${subject}`));
    bus.inUnit(renditionReady, tell('rendition'));
    bus.inUnit(textExtracted, tell('text'));
    return files;
  }

  async upload(bytes: Buffer, name: string): Promise<{ id: string; sha256: string }> {
    const { status, body } = await this.scans.send(bytes, { name });
    expect(status).toBe(201);
    return body as never;
  }

  /** @returns the SHA-256 of what a document now has */
  async taken(bytes: Buffer, name: string): Promise<string> {
    const { id, sha256 } = await this.upload(bytes, name);
    await this.scans.get(Uploads).take(id, CLERK);
    return sha256;
  }

  async digested(bytes: Buffer, name: string): Promise<string> {
    const sha256 = await this.taken(bytes, name);
    await this.scans.get(DigestObject).run(sha256);
    return sha256;
  }

  /** Without the thumbnails: most tests ask for something else. */
  async statusOf(sha256: string) {
    const status = (await this.scans.get(Renditions).of([sha256])).get(sha256);
    if (status === undefined) return undefined;
    const { thumbnails: _, ...others } = status;
    return others;
  }

  async thumbnailsOf(sha256: string): Promise<number | undefined> {
    return (await this.scans.get(Renditions).of([sha256])).get(sha256)?.thumbnails;
  }
}

export async function bytesOf(open: Promise<{ stream: NodeJS.ReadableStream }>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of (await open).stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
