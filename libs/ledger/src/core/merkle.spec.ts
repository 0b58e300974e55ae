import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { TreeEdge, inclusionProof, nodeHash, rootFromProof, rootOfLeaves } from './merkle';

const leaf = (n: number) => createHash('sha256').update(String(n)).digest();
const leaves = (size: number) => Array.from({ length: size }, (_, n) => leaf(n));

/** As RFC 9162 defines it, by halves. */
function definedRoot(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return createHash('sha256').digest();
  if (hashes.length === 1) return hashes[0] as Buffer;
  let middle = 1;
  while (middle * 2 < hashes.length) middle *= 2;
  return nodeHash(definedRoot(hashes.slice(0, middle)), definedRoot(hashes.slice(middle)));
}

const sizes = fc.integer({ min: 0, max: 600 });

describe('the tree', () => {
  it('SEAL-2 has the root that RFC 9162 defines, also when it goes on from its edge', () => {
    fc.assert(
      fc.property(sizes, sizes, (size, added) => {
        const all = leaves(size + added);
        const before = TreeEdge.empty();
        for (const one of all.slice(0, size)) before.add(one);
        const edge = TreeEdge.of(before.size, before.frontier);
        for (const one of all.slice(size)) edge.add(one);
        expect(edge.root()).toEqual(definedRoot(all));
      }),
      { numRuns: 40 },
    );
  });

  it('SEAL-2 keeps the roots of whole subtrees', () => {
    const all = leaves(1030);
    const edge = TreeEdge.empty();
    const kept = all.map((one) => edge.add(one)).filter((hash) => hash !== null);
    expect(kept).toEqual([0, 1, 2, 3].map((n) => definedRoot(all.slice(n * 256, n * 256 + 256))));
  });

  it('SEAL-5 a proof leads from every leaf to the root, and from nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), fc.nat(), async (size, pick) => {
        const all = leaves(size);
        const position = pick % size;
        const proof = await inclusionProof(position, size, (start, end) =>
          Promise.resolve(rootOfLeaves(all.slice(start, end))),
        );
        expect(rootFromProof({ leaf: leaf(position), position, size }, proof)).toEqual(definedRoot(all));
        expect(rootFromProof({ leaf: leaf(size), position, size }, proof)).not.toEqual(definedRoot(all));
      }),
      { numRuns: 60 },
    );
  });
});
