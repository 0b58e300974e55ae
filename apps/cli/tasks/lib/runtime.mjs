// The Node versions Fubako runs on, and how long each is looked after by the Node project.
import { Sentence } from './project.mjs';

const endOfLife = { 20: '2026-04-30', 22: '2027-04-30', 24: '2028-04-30', 26: '2029-04-30' };

/** Throws a Sentence when this Node cannot run Fubako; answers a warning, or undefined, when it can. */
export function checkNode(version = process.versions.node, today = new Date()) {
  const [major, minor] = version.split('.').map(Number);
  const runs = major >= 23 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!runs) {
    throw new Sentence(
      `Fubako needs Node 20.19, 22.12 or newer; this is ${version}. Node 24 is recommended (nodejs.org).`,
    );
  }
  const end = endOfLife[major];
  if (end && new Date(`${end}T23:59:59Z`) < today) {
    return `Node ${version} gets no security fixes since ${end}. Fubako runs on it, but use Node 24 for real work.`;
  }
  return undefined;
}
