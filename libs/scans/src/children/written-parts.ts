// oxlint-disable-next-line typescript/triple-slash-reference -- ambient types must reach every program that compiles this file
/// <reference path="./yauzl.d.ts" />
import type { Readable } from 'node:stream';
import { posix } from 'node:path';
import yauzl from 'yauzl';
import { PACKAGE_LIMITS } from './inspect-package';
import { walkXml } from './xml-walk';

/** Text of this many bytes is more than any person wrote. */
const MAX_TEXT_BYTES = 128 * 1024 * 1024;

/** Parts of a package by name, each as text. */
export type PackageParts = ReadonlyMap<string, string>;

/**
 * The parts of a package that may hold text, counted while they are unpacked.
 * @throws Error when the package is broken or unpacks to more than it may
 */
export async function packageParts(bytes: Buffer, wanted: (name: string) => boolean): Promise<PackageParts> {
  const parts = new Map<string, string>();
  let left = MAX_TEXT_BYTES;
  let entries = 0;
  const zip = await yauzl.fromBufferPromise(bytes, { strictFileNames: false });
  for await (const entry of zip.eachEntry()) {
    entries += 1;
    if (entries > PACKAGE_LIMITS.entries) throw new Error('Too many parts.');
    if (!wanted(entry.fileName) || parts.has(entry.fileName)) continue;
    const body = await unpacked(await zip.openReadStreamPromise(entry), left);
    left -= body.length;
    parts.set(entry.fileName, spelled(body));
  }
  return parts;
}

/** Names of the parts that `main` lists in elements of this name, in its order. Sheets and slides are listed so. */
export function partsInOrder(parts: PackageParts, main: string, element: string): { part: string; title: string }[] {
  const folder = posix.dirname(main);
  const targets = new Map<string, string>();
  walkXml(parts.get(`${folder}/_rels/${posix.basename(main)}.rels`) ?? '<none/>', {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target));
    },
  });
  const found: { part: string; title: string }[] = [];
  walkXml(parts.get(main) ?? '<none/>', {
    open(name, attributes) {
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === element && id !== undefined)
        found.push({ part: targets.get(id) ?? '', title: attributes.name ?? '' });
    },
  });
  return found;
}

async function unpacked(stream: Readable, allowance: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > allowance) throw new Error('The package unpacks to more than it may.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Parts are UTF-8, or UTF-16 with its mark. */
function spelled(body: Buffer): string {
  const wide = (body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff);
  const encoding = wide ? (body[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(encoding).decode(body);
}
