import { readFileSync } from 'node:fs';

/** Times of one thing that was measured several times. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly runs: number;
}

/** @param times milliseconds, in any order, at least one */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: rounded(at(0.5)), p95: rounded(at(0.95)), runs: times.length };
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** What a person reads while it runs; the JSON line alone goes to standard output. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Clock ticks of Linux, by which processes are accounted. */
const TICKS_PER_S = 100;

/** What a process has used of the processors so far, in milliseconds; null where the system does not say. */
export function cpuMsOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_S;
  } catch {
    return null;
  }
}
