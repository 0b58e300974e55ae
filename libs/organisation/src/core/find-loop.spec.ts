import fc from 'fast-check';
import { findLoop } from './find-loop';

const edges = fc.array(fc.tuple(fc.constantFrom(...'abcdef'), fc.constantFrom(...'abcdef')), { maxLength: 12 });
const nodes = [...'abcdef'];

describe('findLoop', () => {
  it('ORG-4 names the ring, beginning with its smallest member', () => {
    const next: Record<string, string[]> = { a: ['b'], c: ['a'], b: ['d'], d: ['c'] };
    expect(findLoop(['c', 'b', 'd', 'a'], (node) => next[node] ?? [])).toEqual(['a', 'b', 'd', 'c']);
  });

  it('ORG-4 finds a ring exactly when some node can reach itself, and what it finds is a ring', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const next = (node: string) => links.filter(([from]) => from === node).map(([, to]) => to);
        const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
          next(from).some((step) => step === to || (!seen.has(step) && reaches(step, to, seen.add(step))));
        const loop = findLoop(nodes, next);
        expect(loop.length > 0).toBe(nodes.some((node) => reaches(node, node)));
        loop.forEach((node, index) => expect(next(node)).toContain(loop[(index + 1) % loop.length]));
      }),
    );
  });
});
