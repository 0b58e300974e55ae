import { extname, join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import { type ChildOrder, runChild } from './child-process';

export interface NodeChildLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly maxOutputBytes: number;
}

const WASM_PAGES_PER_MB = 16;

/** `.js` in a build. Under the test runner the sources are `.ts`, and the child needs the same compiler as the tests. */
const EXTENSION = extname(__filename);
const COMPILER = EXTENSION === '.ts' ? ['--require', join(projectRoot, 'test', 'setup', 'typescript-child.cjs')] : [];

/**
 * Runs one of the `*.child` entry points of this folder: a request in, an answer out, both JSON.
 * @param folder private to this run
 * @throws ChildFailed
 */
export async function askNodeChild<Answer>(
  entry: string,
  request: object,
  at: { folder: string; limits: NodeChildLimits },
): Promise<Answer> {
  const { timeoutMs, maxOutputBytes } = at.limits;
  const input = JSON.stringify(request);
  const output = await runChild({
    ...nodeChild(entry, at.limits),
    folder: at.folder,
    input,
    timeoutMs,
    maxOutputBytes,
  });
  return JSON.parse(output) as Answer;
}

/** How such an entry point is started. */
export function nodeChild(entry: string, { memoryMb }: NodeChildLimits): Pick<ChildOrder, 'program' | 'args'> {
  const flags = [
    '--no-warnings',
    `--max-old-space-size=${memoryMb}`,
    `--wasm-max-mem-pages=${memoryMb * WASM_PAGES_PER_MB}`,
  ];
  return { program: process.execPath, args: [...flags, ...COMPILER, join(__dirname, `${entry}.child${EXTENSION}`)] };
}
