import { createReadStream, type ReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Settings } from '@fubako/platform/config';

/** The scanner did not say that the bytes are clean, and not that they are infected either. */
export class ScannerSilent extends Error {}

const COMMAND = Buffer.from('zINSTREAM\0');
const LONGEST_ANSWER = 4096;
/** What clamd calls a file that it did not look through to the end. */
const LIMITS_HIT = /^Heuristics\.Limits\./;

/** ウイルス検査 by clamd, where one is configured (SCN-32). Anything but a clear word is no word. */
@Injectable()
export class VirusScanner {
  constructor(private readonly settings: Settings) {}

  /** @returns the name of what was found; null for clean, and where no scanner is configured @throws ScannerSilent */
  async find(path: string): Promise<string | null> {
    const { CLAMD, CLAMD_TIMEOUT_MS } = this.settings.values;
    if (!CLAMD) return null;
    const { answer, heardAll } = await ask(CLAMD, createReadStream(path), CLAMD_TIMEOUT_MS);
    if (answer === 'stream: OK' && heardAll) return null;
    const [, name] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
    if (name === undefined || LIMITS_HIT.test(name)) throw new ScannerSilent(`clamd said: ${answer.slice(0, 200)}`);
    return name;
  }
}

interface Word {
  readonly answer: string;
  /** Whether the end of the file was on its way before the answer came: what was not sent was not scanned. */
  readonly heardAll: boolean;
}

/** The answer ends it, whenever it comes: one that has heard enough no longer listens, and sending would wait for ever. */
async function ask(address: string, bytes: ReadStream, timeoutMs: number): Promise<Word> {
  const socket = dial(address);
  const timer = setTimeout(() => socket.destroy(new Error('no answer in time')), timeoutMs);
  let heardAll = false;
  try {
    const end = (): void => void (heardAll = true);
    pipeline(spoken(bytes, end), socket, { end: false }).catch((error: Error) => socket.destroy(error));
    return { answer: await wholeAnswer(socket), heardAll };
  } catch (error) {
    throw new ScannerSilent(error instanceof Error ? error.message : 'no answer', { cause: error });
  } finally {
    clearTimeout(timer);
    socket.destroy();
    bytes.destroy();
  }
}

function dial(address: string): Socket {
  if (address.startsWith('unix:')) return connect({ path: address.slice('unix:'.length) });
  const colon = address.lastIndexOf(':');
  return connect({ host: address.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(address.slice(colon + 1)) });
}

/** Each piece behind its length; nothing is the end. @param end called before it is said */
async function* spoken(bytes: AsyncIterable<Buffer>, end: () => void): AsyncGenerator<Buffer> {
  yield COMMAND;
  for await (const piece of bytes) yield Buffer.concat([lengthOf(piece), piece]);
  end();
  yield Buffer.alloc(4);
}

function lengthOf(piece: Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(piece.length);
  return bytes;
}

/** Up to the NUL that ends it. @throws Error when the line ends without one: half an answer is none */
function wholeAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString('latin1');
      const end = answer.indexOf('\0');
      if (end >= 0) resolve(answer.slice(0, end));
      else if (answer.length > LONGEST_ANSWER) reject(new Error('an endless answer'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`the line broke off after "${answer.slice(0, 100)}"`)));
  });
}
