import type { AreaMark } from '../marks';

/** A square code (QR) as the press is to draw it: rows of modules, dark ones true. */
export type CodeModules = readonly (readonly boolean[])[];

/** Light modules around a code, without which no reader finds it (ISO/IEC 18004). */
const QUIET = 4;

/** LAB-4 The code in a square of `side` points, its quiet zone included; dark modules that stand beside each other are one area. */
export function codeMarks(code: CodeModules, { x, y, side }: { x: number; y: number; side: number }): AreaMark[] {
  const unit = side / (code.length + 2 * QUIET);
  return code.flatMap((row, line) =>
    runsOf(row).map(({ from, length }) => ({
      kind: 'area' as const,
      x: x + (QUIET + from) * unit,
      y: y + (QUIET + line) * unit,
      width: length * unit,
      height: unit,
      ink: 'black' as const,
    })),
  );
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, at) => {
    const last = runs.at(-1);
    if (isDark && last && last.from + last.length === at) last.length += 1;
    else if (isDark) runs.push({ from: at, length: 1 });
  });
  return runs;
}
