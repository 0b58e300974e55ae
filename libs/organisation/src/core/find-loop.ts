/**
 * One ring among `nodes` along `next`, or an empty list when there is none. The ring begins with its smallest name, so that
 * the same ring is always told the same way (ORG-4, ORG-5).
 */
export function findLoop(nodes: readonly string[], next: (node: string) => readonly string[]): string[] {
  const done = new Set<string>();
  for (const start of nodes) {
    const ring = walk(start, next, done);
    if (ring.length > 0) return fromSmallest(ring);
  }
  return [];
}

/** Depth first without recursion: the data come from people and may be deep. */
function walk(start: string, next: (node: string) => readonly string[], done: Set<string>): string[] {
  const path: { readonly node: string; readonly rest: string[] }[] = [];
  const enter = (node: string) => path.push({ node, rest: [...next(node)] });
  if (!done.has(start)) enter(start);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const node = top.rest.shift();
    if (node === undefined) {
      done.add(top.node);
      path.pop();
      continue;
    }
    const begin = path.findIndex((step) => step.node === node);
    if (begin >= 0) return path.slice(begin).map((step) => step.node);
    if (!done.has(node)) enter(node);
  }
  return [];
}

function fromSmallest(ring: readonly string[]): string[] {
  const least = ring.reduce((best, name, index) => (name < (ring[best] ?? name) ? index : best), 0);
  return [...ring.slice(least), ...ring.slice(0, least)];
}
