import type { LockedBucket, LockedObject } from '@fubako/platform/object-store';
import { TreeEdge } from '../core/merkle';
import { type SignedRoot, type Witness, WitnessRefuses, demandConsistent } from './witness';

const HASH = 32;
const DIGITS = 12;
const NEWEST_FIRST = 10 ** DIGITS - 1;
const NAME = /^\d{12}-(\d{12})-(\d{12})$/;

/** What stands before the leaves of an object, as one line of JSON. */
interface Head {
  readonly from: number;
  readonly size: number;
  /** The edge of the tree with these leaves, in hexadecimal. */
  readonly roots: readonly string[];
  readonly note: string;
}

/**
 * A bucket under object lock: one object for each extension, that nobody can change or remove while its retention lasts
 * (docs/ledger-format.md, "Witnesses"). Names begin with what is left to the largest number, so that the newest comes first.
 */
export class BucketWitness implements Witness {
  constructor(private readonly bucket: LockedBucket) {}

  get name(): string {
    return `s3://${this.bucket.bucket}`;
  }

  async edge(): Promise<TreeEdge> {
    for await (const object of this.objects()) {
      const { head } = await this.read(object);
      const edge = TreeEdge.of(
        head.size,
        head.roots.map((hash) => Buffer.from(hash, 'hex')),
      );
      if (head.note.split('\n')[2] !== edge.root().toString('base64'))
        throw new WitnessRefuses(`${object.name} is not what it was given`);
      return edge;
    }
    return TreeEdge.empty();
  }

  async leaves(): Promise<Buffer[]> {
    const pieces: Buffer[][] = [];
    let from: number | null = null;
    for await (const object of this.objects()) {
      const { head, leaves } = await this.read(object);
      if (from !== null && head.size !== from) throw new WitnessRefuses(`leaves ${head.size} to ${from} are missing`);
      pieces.push(leaves);
      ({ from } = head);
    }
    if (from) throw new WitnessRefuses(`leaves 0 to ${from} are missing`);
    return pieces.reverse().flat();
  }

  async take(leaves: readonly Buffer[], edge: TreeEdge, signed: SignedRoot): Promise<void> {
    demandConsistent(edge, signed);
    const [from, { size }] = [edge.size - leaves.length, edge];
    const roots = edge.frontier.map((hash) => hash.toString('hex'));
    const head: Head = { from, size, roots, note: signed.note };
    const name = [NEWEST_FIRST - size, from, size].map((number) => String(number).padStart(DIGITS, '0')).join('-');
    await this.bucket.write(name, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...leaves]), signed.at);
  }

  private async *objects(): AsyncIterable<LockedObject> {
    for await (const object of this.bucket.list()) if (NAME.test(object.name)) yield object;
  }

  private async read(object: LockedObject): Promise<{ head: Head; leaves: Buffer[] }> {
    const bytes = await this.bucket.read(object);
    const line = bytes.indexOf('\n');
    const head = JSON.parse(bytes.subarray(0, line).toString('utf8')) as Head;
    const body = bytes.subarray(line + 1);
    const [, from, size] = NAME.exec(object.name) ?? [];
    if (head.from !== Number(from) || head.size !== Number(size) || body.length !== (head.size - head.from) * HASH)
      throw new WitnessRefuses(`${object.name} is not what it was given`);
    return {
      head,
      leaves: Array.from({ length: head.size - head.from }, (_, n) => body.subarray(n * HASH, (n + 1) * HASH)),
    };
  }
}
